import { and, asc, isNull, jobs, mails, sql } from '@wirearchy/db'
import { type Ctx, type Day, dayOf, type MemberCtx } from '@wirearchy/domain'
import { giveAccount } from '@wirearchy/domain/account'
import { londonTime } from '@wirearchy/domain/calendar'
import { type Handlers, type Letter, post, workOnce } from '@wirearchy/domain/job'
import { testHouse } from '@wirearchy/domain/testing'
import { bundle, type OutgoingMail, sendMail } from './index.ts'

const MOST_TURNS = 10_000

/**
 * A house with a post: people with addresses, a clock that is set to a minute of a day in London, and an inbox of
 * everything that went out, with the instant at which it did.
 * @param startsOn the day it is, at nine in the morning, when the test begins
 */
export function postHouse(startsOn: Day) {
  const house = testHouse(startsOn)
  let now = londonTime(startsOn, 9 * 60)
  const inbox: (OutgoingMail & { at: number })[] = []
  const ctx = (viewer: string | null = null): Ctx => ({ ...house.ctx(viewer), now, today: dayOf(now) })
  const handlers: Handlers = {
    mail: (asked, job) => sendMail(asked, job, async (mail) => void inbox.push({ ...mail, at: asked.now })),
    digest: (asked, job) => bundle(asked, job),
  }
  const work = async (with_ = handlers, more: Partial<Ctx> = {}) => {
    for (let turn = 0; turn < MOST_TURNS; turn += 1)
      if (!(await workOnce({ ...ctx(), ...more }, with_))) return
  }
  return {
    ...house,
    ctx,
    as: (viewer: string) => ctx(viewer) as MemberCtx,
    inbox,
    handlers,
    work,
    /** Sets the clock, and does nothing. */
    clock(day: Day, minuteOfDay: number) {
      now = londonTime(day, minuteOfDay)
    },
    /** Lets time pass up to a minute of a day, doing each thing that is to be done at the moment it is due. */
    until: (day: Day, minuteOfDay: number) => untilInstant(londonTime(day, minuteOfDay)),
    untilInstant,
    async member(name: string) {
      const personId = await house.person(name)
      const email = `${name.toLowerCase()}@home.example`
      await house.store.tx((tx) => giveAccount(tx, ctx(), { personId, email }))
      return personId
    },
    /** Writes a letter to a member, as a verb would; a millisecond passes. */
    write(personId: string, kind: string, more: Partial<Letter> = {}) {
      now += 1
      return house.store.tx((tx) =>
        post(tx, ctx(), {
          ...{ to: 'old@address.example', kind, subject: `News of ${kind}`, text: `All about ${kind}.\n` },
          ...{ line: `A line about ${kind}`, href: '/notices', personId },
          ...more,
        }),
      )
    },
    mails: () => house.store.read.select().from(mails).orderBy(asc(mails.createdAt), asc(mails.id)),
  }

  async function untilInstant(end: number, doing = handlers) {
    for (let next = await nextJob(); next !== null && next <= end; next = await nextJob()) {
      now = Math.max(now, next)
      await work(doing)
    }
    now = end
  }

  /** When the next job may be taken: not before its time, and not out of the hands of a worker that has died. */
  async function nextJob() {
    const takenFrom = sql<number>`max(${jobs.runAt}, coalesce(${jobs.leasedUntil}, 0))`.mapWith(Number)
    const [job] = await house.store.read
      .select({ takenFrom })
      .from(jobs)
      .where(and(isNull(jobs.finishedAt), isNull(jobs.parkedAt)))
      .orderBy(asc(takenFrom))
      .limit(1)
    return job?.takenFrom ?? null
  }
}
