import { addDays, dayOf } from '@wirearchy/domain'
import { londonTime } from '@wirearchy/domain/calendar'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { choosePaces } from './index.ts'
import { POSTS } from './kinds.ts'
import { begin, live, step, take, type World } from './testing/steps.ts'

const seed = Number(process.env.SEED)
console.log(`fast-check seed ${seed}`)

const RUNS = 40
const LONG_ENOUGH_DAYS = 40
const MINUTES = 2

/** Everybody lives on, Ana wants all of it daily, and time passes until nothing can wait any more. */
async function settle(w: World) {
  await choosePaces(w.house.as(w.ana), Object.fromEntries(POSTS.map((post) => [post, 'daily'])))
  const end = addDays(dayOf(w.house.ctx().now), LONG_ENOUGH_DAYS)
  await w.house.untilInstant(londonTime(end, 720), live(w))
}

/** The numbers of our letters that stand in these messages. */
const numbersIn = ({ carried }: World, mails: { id: string }[]) =>
  mails.flatMap(({ id }) => [...(carried.get(id) ?? [])])

/**
 * The one exception is known: a worker that dies between the post's yes and its own note of it leaves a letter that
 * goes again, under the same id; or, if its reader wants such letters together since then, in a bundle.
 */
it(
  'each letter goes in exactly one message or is dropped; never in two bundles, whoever dies when',
  async () => {
    let [together, dropped] = [0, 0]
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40 }), async (steps) => {
        const w = await begin()
        for (const one of steps) await take(w, one)
        await settle(w)
        const mails = await w.house.mails()
        await w.house.close()
        expect(w.wrongs).toEqual([])
        expect(mails.filter(({ sentAt, droppedAt }) => (sentAt === null) === (droppedAt === null))).toEqual(
          [],
        )
        expect(mails.filter(({ text, line }) => text !== '' || line !== null)).toEqual([])
        const letters = mails.filter(({ kind }) => kind !== 'digest')
        expect(letters).toHaveLength(w.written)
        const bundled = numbersIn(
          w,
          mails.filter(({ kind }) => kind === 'digest'),
        )
        const alone = numbersIn(w, letters)
        expect(new Set(bundled).size).toBe(bundled.length)
        expect(alone.filter((n) => bundled.includes(n) && !w.unsure.has(n))).toEqual([])
        const gone = letters.filter(({ sentAt }) => sentAt !== null)
        expect(new Set([...bundled, ...alone]).size).toBeGreaterThanOrEqual(gone.length)
        together += [...w.carried.values()].filter((held) => held.size > 1).length
        dropped += letters.length - gone.length
      }),
      { numRuns: RUNS },
    )
    expect(Math.min(together, dropped)).toBeGreaterThan(0)
  },
  MINUTES * 60_000,
)
