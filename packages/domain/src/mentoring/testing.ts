import { mentoringAsks, mentoringRequests, type Store } from '@wirearchy/db'
import { type Ctx, type MemberCtx, newId } from '@wirearchy/domain'
import { testHouse } from '@wirearchy/domain/testing'
import { saveOffer, suggest } from './index.ts'
import { SaveOffer, Suggest, type Unit } from './input.ts'

type Raw = Parameters<typeof SaveOffer.parse>[0]
interface House {
  store: Store
  ctx(): Ctx
  as(personId: string): MemberCtx
}

/** Somebody offers one question and one call, online and about planning, unless it is said otherwise. */
export const offers = (
  house: House,
  personId: string,
  {
    places = {},
    ...rest
  }: Partial<Record<string, unknown>> & { places?: Partial<Record<Unit, number>> } = {},
) => {
  const usual = { topics: ['planning'], phases: [], subjects: [], ways: ['online'], noticeHours: 24 }
  const given = { question: 1, call: 1, half_term: 0, year: 0, ...places }
  return saveOffer(house.as(personId), SaveOffer.parse({ ...usual, ...rest, places: given } as Raw))
}

interface Turn {
  askerId: string
  mentorId: string
  unit?: Unit
  state: 'next' | 'asked' | 'question' | 'passed' | 'declined' | 'closed'
  askedAt?: number
  answeredAt?: number
}

/** A request with one turn in it, as it stands after some time. */
export const turnOf = (house: House, { askerId, unit = 'call', ...turn }: Turn) =>
  house.store.tx(async (tx) => {
    const createdAt = turn.askedAt ?? house.ctx().now
    const request = {
      id: newId(createdAt),
      askerId,
      unit,
      need: 'Year 9.',
      topics: ['planning'],
      ways: ['online'],
    }
    await tx.insert(mentoringRequests).values({ ...request, soon: 'fortnight', createdAt })
    await tx.insert(mentoringAsks).values({
      id: newId(createdAt),
      requestId: request.id,
      rank: 1,
      askedAt: createdAt,
      createdAt,
      ...turn,
    })
  })

/** Ana trained with Ben and Siân, Siân with Gareth, and Zoë with nobody of them; and whom Ana is told of. */
export async function anaAndOthers() {
  const house = testHouse('2026-01-05')
  const [ana, ben, sian, gareth, zoe] = [
    await house.person('Ana'),
    await house.person('Ben'),
    await house.person('Siân'),
    await house.person('Gareth'),
    await house.person('Zoë'),
  ]
  await house.trainedTogether([ana, ben, sian])
  await house.trainedTogether([sian, gareth])
  const suggested = (over?: Wanted, viewer = ana) => suggest(house.as(viewer), wanted(over))
  return {
    ...{ house, ana, ben, sian, gareth, zoe, suggested },
    names: async (over?: Wanted, viewer = ana) =>
      (await suggested(over, viewer)).map(({ name }) => name).sort(),
  }
}
export type AnaAndOthers = Awaited<ReturnType<typeof anaAndOthers>>

type Wanted = Partial<Parameters<typeof Suggest.parse>[0] & object>

/** Somebody wants a call about planning, online and soon, unless it is said otherwise. */
export const wanted = (over: Wanted = {}) =>
  Suggest.parse({ unit: 'call', topics: ['planning'], ways: ['online'], soon: 'fortnight', ...over })
