import { mentoringAsks, mentoringRequests, type Store } from '@wirearchy/db'
import { type Ctx, type MemberCtx, newId } from '@wirearchy/domain'
import { saveOffer } from './index.ts'
import { SaveOffer, type Unit } from './input.ts'

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
