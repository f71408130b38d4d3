import { isQuiet } from '@wirearchy/domain/calendar'
import { type Handlers, workOnce } from '@wirearchy/domain/job'
import { bundle, choosePaces, sendMail, setQuietHours } from '@wirearchy/domain/notice'
import { block } from '@wirearchy/domain/safety'
import fc from 'fast-check'
import { PACES, POSTS } from '../kinds.ts'
import { postHouse } from '../testing.ts'
import { wishesOf } from '../wishes.ts'

const KINDS = ['moved', 'connection_asked', 'which_school', 'meeting_booked', 'mentoring_asked'] as const
const BEGIN = '2026-10-19'

const minute = fc.integer({ min: 0, max: 1439 })
/** What may happen: a letter, time, a worker's death, a change of mind, a block. */
export const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ write: fc.constantFrom(...KINDS), about: fc.nat(2) }) },
  { weight: 4, arbitrary: fc.record({ passes: fc.integer({ min: 1, max: 60 * 40 }) }) },
  { weight: 3, arbitrary: fc.record({ dies: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ post: fc.constantFrom(...POSTS), pace: fc.constantFrom(...PACES) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      hours: fc.record({
        ...{ isOn: fc.boolean(), weekends: fc.boolean(), holidays: fc.boolean() },
        ...{ start: minute, end: minute, digest: minute, digestDay: fc.integer({ min: 1, max: 7 }) },
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ blocks: fc.nat(2) }) },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

/** A house where Ana has three people in sight; every line names whom it is about, and what goes out is checked then. */
export async function begin() {
  const house = postHouse(BEGIN)
  const ana = await house.member('Ana')
  const others = [await house.member('Ben'), await house.member('Cy'), await house.member('Dee')]
  await house.trainedTogether([ana, ...others])
  const outOfSight = new Set<number>()
  /** Which letters of ours, by number, each message that went out holds. */
  const carried = new Map<string, Set<number>>()
  /** Letters that went out by themselves while their worker died. */
  const unsure = new Set<number>()
  const wrongs: string[] = []
  const carry: Parameters<typeof sendMail>[2] = async ({ id, subject, text }) => {
    const { hours, nation } = await wishesOf(house.store.read, ana)
    if (isQuiet(hours, house.ctx().now, nation)) wrongs.push('a letter went out in quiet hours')
    const held = carried.get(id) ?? new Set()
    for (const [, n, about] of `${subject}\n${text}`.matchAll(/number (\d+) about (\d)/g)) {
      if (outOfSight.has(Number(about))) wrongs.push(`letter ${n} names somebody out of sight`)
      held.add(Number(n))
    }
    carried.set(id, held)
  }
  return { house, ana, others, outOfSight, carried, carry, unsure, wrongs, written: 0 }
}
export type World = Awaited<ReturnType<typeof begin>>

/** A worker that is killed at its `nth` step: before or after a transaction, or between post and note. */
function killedAt(w: World, nth: number): Handlers {
  let left = nth
  const mayDie = () => {
    left -= 1
    if (left === 0) throw new Error('killed')
  }
  const dying = (ctx: Parameters<typeof sendMail>[0]) => ({
    ...ctx,
    store: {
      ...ctx.store,
      tx: async <Result>(body: (tx: never) => Promise<Result>) => {
        mayDie()
        const result = await ctx.store.tx(body as never)
        mayDie()
        return result as Result
      },
    } as typeof ctx.store,
  })
  const carry: World['carry'] = async (mail) => {
    mayDie()
    await w.carry(mail)
    if (left === 1 || left === 2) for (const n of w.carried.get(mail.id) ?? []) w.unsure.add(n)
    mayDie()
  }
  return {
    mail: (ctx, job) => sendMail(dying(ctx), job, carry),
    digest: (ctx, job) => bundle(dying(ctx), job),
  }
}

/** Lets one thing happen. */
export async function take(w: World, one: Step) {
  const { house, ana } = w
  if ('write' in one) {
    const text = `number ${w.written} about ${one.about}`
    const about = { aboutPersonId: w.others[one.about] as string, subject: text, line: text, text }
    w.written += 1
    await house.write(ana, one.write, about)
  } else if ('passes' in one) await pass(w, one.passes)
  else if ('dies' in one) await workOnce(house.ctx(), killedAt(w, one.dies))
  else if ('post' in one) await choosePaces(house.as(ana), { [one.post]: one.pace })
  else if ('hours' in one) await setQuietHours(house.as(ana), one.hours)
  else if (!w.outOfSight.has(one.blocks)) {
    await block(house.as(ana), { personId: w.others[one.blocks] as string })
    w.outOfSight.add(one.blocks)
  }
}

async function pass(w: World, minutes: number) {
  const at = w.house.ctx().now + minutes * 60_000
  await w.house.untilInstant(at, live(w))
}

/** Workers that do not die. */
export const live = (w: World): Handlers => ({
  mail: (ctx, job) => sendMail(ctx, job, w.carry),
  digest: (ctx, job) => bundle(ctx, job),
})
