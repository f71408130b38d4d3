import { ledger, mails, notifications } from '@wirearchy/db'
import { addDays, Problem } from '@wirearchy/domain'
import { notices } from '@wirearchy/domain/job'
import { people } from '@wirearchy/domain/network'
import { keepAsInformalMentor, staff } from '@wirearchy/domain/stint'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addNote,
  editNote,
  finishMentoring,
  myNote,
  notes,
  removeNote,
  saveAgreement,
  spaceOf,
} from './index.ts'
import { anaAtHerSchool } from './testing.ts'

type World = Awaited<ReturnType<typeof anaAtHerSchool>>
type Who = 'ana' | 'mo'
/** What each keeps to themselves: words that only they may ever read again. */
type Secrets = Record<Who, string[]>

interface Act {
  who: Who
  does: 'private' | 'shared' | 'edit' | 'remove' | 'agree' | 'finish' | 'move' | 'keep' | 'days'
}

const ACTS: Act['does'][] = ['private', 'shared', 'edit', 'remove', 'agree', 'finish', 'move', 'keep', 'days']
const act = fc.record({
  who: fc.constantFrom<Who>('ana', 'mo'),
  does: fc.oneof(fc.constantFrom(...ACTS), fc.constant<Act['does']>('private')),
})

/** One act of one of the two; what the product refuses by then is left out. */
async function doIt(w: World, { who, does }: Act, no: number, secrets: Secrets, mine: string[]) {
  const ctx = w.house.as(w[who])
  const { mentorshipId } = w
  const secret = `secret-${who}-${no}-`
  const keeps = () => {
    secrets[who].push(secret)
    return secret
  }
  if (does === 'private')
    return mine.push((await addNote(ctx, { mentorshipId, text: keeps(), audience: 'only_me' })).noteId)
  if (does === 'shared') return addNote(ctx, { mentorshipId, text: `shared ${no}`, audience: 'both' })
  if (does === 'remove') return removeNote(ctx, { mentorshipId, noteId: mine.at(-1) ?? mentorshipId })
  if (does === 'edit') {
    const held = await myNote(ctx, { mentorshipId, noteId: mine.at(-1) ?? mentorshipId })
    return editNote(ctx, { mentorshipId, noteId: held.id, text: keeps(), rev: held.rev })
  }
  if (does === 'finish') {
    const words = { sentence: 'Thank you.', thanks: null, reason: keeps(), askAgain: no % 2 === 0 }
    return finishMentoring(ctx, { mentorshipId, ...words })
  }
  if (does === 'agree') {
    const { rev } = (await spaceOf(ctx, { mentorshipId })).agreement
    const terms = { aims: `aim ${no}`, rhythm: 'weekly' as const, stopping: null, rev }
    return saveAgreement(ctx, { mentorshipId, ...terms })
  }
  if (does === 'keep') return keepAsInformalMentor(ctx, { mentorshipId })
  if (does === 'move') return moves(w, w[who])
  w.house.itIs(addDays(w.house.today(), 20))
}

const moves = (w: World, personId: string) =>
  w.house.moves(personId, { destination: 'school', schoolId: w.c, startOn: addDays(w.house.today(), 10) })

/** Whatever is refused in words is part of the story; anything else is a fault. */
const refusable = (doing: Promise<unknown>) =>
  doing.catch((refusal: unknown) => {
    if (!(refusal instanceof Problem)) throw refusal
  })

/** All that somebody may read of the two, as text; a refusal is text too. */
async function allThatReads(w: World, viewer: string) {
  const ctx = w.house.as(viewer)
  const { mentorshipId } = w
  const asked = [
    ...[spaceOf(ctx, { mentorshipId }), notes(ctx, { mentorshipId, page: 1 }), notices(ctx), people(ctx, {})],
    ...[staff(ctx, { ref: w.a }), staff(ctx, { ref: w.c })],
  ]
  const told = await Promise.allSettled(asked)
  return JSON.stringify(told.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason))))
}

it('lets no private note and no reason reach the other, anybody else, a letter, a notice or the ledger', async () => {
  let kept = 0
  const property = fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
    const w = await anaAtHerSchool()
    const secrets: Secrets = { ana: [], mo: [] }
    const own: Record<Who, string[]> = { ana: [], mo: [] }
    for (const [no, one] of acts.entries()) await refusable(doIt(w, one, no, secrets, own[one.who]))
    kept += secrets.ana.length + secrets.mo.length
    const [anas, mos] = [await allThatReads(w, w.ana), await allThatReads(w, w.mo)]
    for (const secret of secrets.ana) expect(mos).not.toContain(secret)
    for (const secret of secrets.mo) expect(anas).not.toContain(secret)
    for (const other of [w.ben, w.leadA, w.leadC])
      expect(await allThatReads(w, other)).not.toMatch(/secret-|shared \d|aim \d/)
    const { read } = w.house.store
    const written = [await read.select().from(mails), await read.select().from(notifications)]
    expect(JSON.stringify([written, await read.select().from(ledger)])).not.toMatch(
      /secret-|shared \d|aim \d/,
    )
    await w.house.close()
  })
  await fc.assert(property, { numRuns: 25 })
  expect(kept).toBeGreaterThan(25)
}, 180_000)

it('gives each their own words back', async () => {
  const w = await anaAtHerSchool()
  const secrets: Secrets = { ana: [], mo: [] }
  for (const does of ['private', 'finish'] as const)
    await doIt(w, { who: 'ana', does }, secrets.ana.length, secrets, [])
  const anas = await allThatReads(w, w.ana)
  for (const secret of secrets.ana) expect(anas).toContain(secret)
  expect(secrets.ana).toHaveLength(2)
  await w.house.close()
})
