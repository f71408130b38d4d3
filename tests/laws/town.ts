import { type Store, sql } from '@wirearchy/db'
import { statementsFromNow, testDb } from '@wirearchy/db/testing'
import { addDays, type Ctx, type Day, dayOf, type MemberCtx } from '@wirearchy/domain'
import { createAccount } from '@wirearchy/domain/account'
import { grantSchoolLead, importStint } from '@wirearchy/domain/stint'
import { audited } from './audit.ts'
import { nameOf } from './dice.ts'
import type { Merged } from './merge-steps.ts'
import { makeRegister, type Register } from './register.ts'

const AT_ONCE = 50

/** What this process ever asked of any database since its first town. */
const statements = statementsFromNow()

/**
 * A town to live random histories in: people with accounts, schools that the register lists with a lead each, and a
 * clock. Every transaction is held against the ledger.
 */
export async function makeTown({ people, schools, startsOn }: Size) {
  const audit = await audited(testDb())
  const clock = clockFrom(startsOn)
  const town = {
    store: audit.store,
    audit,
    statements,
    ...clock,
    ctx: (viewer: string | null = null) => ctxFor(audit.store, clock, viewer),
    as: (viewer: string) => ctxFor(audit.store, clock, viewer) as MemberCtx,
    people: [] as string[],
    schools: [] as string[],
    /** The lead of the school at the same place in `schools`. */
    leads: [] as string[],
    groups: [] as { id: string; slug: string; code: string; startedOn: Day; finishedOn: Day }[],
    register: makeRegister(schools),
    /** Pairs of records that are one now. */
    merged: [] as Merged[],
    /** How many people were ever made, for names and addresses. */
    made: 0,
    close: () => audit.close(),
  }
  await town.register.bringIn(town)
  await openNewSchools(town)
  town.people.push(...(await newcomers(town, people)))
  return town
}

export interface Size {
  people: number
  schools: number
  startsOn: Day
}

export type Town = Awaited<ReturnType<typeof makeTown>> & { register: Register }

/** The town's clock: an instant that every question moves on by a millisecond, and the day in London then. */
function clockFrom(startsOn: Day) {
  let at = Date.parse(`${startsOn}T09:00:00Z`)
  let latest = startsOn
  const today = () => dayOf(at)
  return {
    today,
    /** The next instant. */
    tick: () => {
      at += 1
      if (today() > latest) latest = today()
      return at
    },
    /** The latest day that it ever was: a clock put back takes no tie away. */
    latest: () => latest,
    /** Nine in the morning, some days on. */
    pass: (days: number) => {
      at = Date.parse(`${addDays(today(), days)}T09:00:00Z`)
      if (today() > latest) latest = today()
    },
    /** Sets the clock to an instant, forward or back. */
    jump: (instant: number) => {
      at = instant
      if (today() > latest) latest = today()
    },
  }
}

function ctxFor(store: Store, clock: ReturnType<typeof clockFrom>, viewer: string | null): Ctx {
  const now = clock.tick()
  return {
    ...{ store, now, today: dayOf(now), viewer, actor: viewer ? 'person' : 'system' },
    ...{ origin: 'http://localhost:3000', secret: 'a secret of at least thirty-two characters' },
    ...{ demo: false, correlationId: `law-${now}`, index: null },
  }
}

/** People with accounts of their own. */
export async function newcomers(town: Pick<Town, 'store' | 'ctx' | 'made'>, many: number) {
  const ids: string[] = []
  for (let n = 0; n < many; n += AT_ONCE)
    await town.store.tx(async (tx) => {
      for (let m = n; m < Math.min(many, n + AT_ONCE); m += 1) {
        town.made += 1
        const account = { email: `p${town.made}@example.com`, name: nameOf(town.made) }
        ids.push((await createAccount(tx, town.ctx(), account)).personId)
      }
    })
  return ids
}

/** Gives every school that the register brought in since a lead, who has been there for long. */
export async function openNewSchools(town: Omit<Town, 'people'>) {
  const known = new Set(town.schools)
  const listed = await town.store.read.rows<{ id: string; openedOn: Day | null }>(
    sql`select id, opened_on as "openedOn" from schools where kind = 'school' order by no`,
  )
  const fresh = listed.filter(({ id }) => !known.has(id))
  const leads = await newcomers(town, fresh.length)
  for (const [n, { id: schoolId, openedOn }] of fresh.entries()) {
    const personId = leads[n] as string
    const usual = addDays(town.today(), -400)
    const startedOn = openedOn && openedOn > usual ? openedOn : usual
    const stay = { personId, schoolId, kind: 'employed' as const, role: 'induction_lead' as const }
    await town.store.tx((tx) => importStint(tx, town.ctx(), { ...stay, startedOn, finishedOn: null }))
    await grantSchoolLead(town.ctx(), { personId, schoolId })
    town.schools.push(schoolId)
    town.leads.push(personId)
  }
}
