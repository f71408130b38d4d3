import { createHash } from 'node:crypto'
import { inList, sql } from '@wirearchy/db'
import { addDays, type Day, type MemberCtx } from '@wirearchy/domain'
import { ledgerAgrees, ledgerHead } from '@wirearchy/domain/ledger'
import { near, openNetworkIndex, people, personPage } from '@wirearchy/domain/network'
import { expect } from 'vitest'
import { any, type Dice } from './dice.ts'
import { type Facts, FOREVER, factsOf, type Shared } from './facts.ts'
import {
  type DaysTaken,
  daysTaken,
  monotone,
  mutual,
  nested,
  noSelf,
  oneOfTwo,
  saysTheFacts,
  schoolBlind,
  tiesSaid,
} from './laws.ts'
import { mentoringHolds } from './mentoring-laws.ts'
import type { Merged } from './merge-steps.ts'
import { anyone, everyone, type Step } from './step.ts'
import type { Taken } from './steps.ts'
import { type Said, saidSince } from './touched.ts'
import type { Town } from './town.ts'
import { blocksOf, lastLetter, noLetterBetween, unseen } from './unseen.ts'

export type Watch = Awaited<ReturnType<typeof watching>>

/** Who is looked at after a step at most, when it touched many; a whole check looks at everybody. */
const MOST = 40

/**
 * Keeps what was true of everybody and holds each step to the laws: of the people it touched, and of a few drawn by
 * chance; of everybody when asked.
 */
export async function watching(town: Town, dice: Dice) {
  const index = await openNetworkIndex(town.store)
  const kept = new Map<string, Facts>()
  const tally: Record<string, number> = {}
  const count = (law: string, many = 1) => {
    tally[law] = (tally[law] ?? 0) + many
  }
  const history = createHash('sha256')
  const pages: number[] = []
  let [head, until, mailed] = [(await saidSince(town, 0)).head, town.latest(), await lastLetter(town)]
  for (const id of everyone(town)) kept.set(id, await factsOf(town, id))

  /** One person against what was kept of them; kept anew. */
  async function look(personId: string, step: Step | null, said: Said) {
    const before = kept.get(personId) ?? { shared: [], stays: [] }
    const now = await factsOf(town, personId)
    const takenOf = async (id: string) => {
      const theirs = id === personId ? now : await factsOf(town, id)
      const taken = daysTaken(lastKept.get(id)?.stays ?? kept.get(id)?.stays ?? [], theirs.stays, until)
      const isNamed = said.entries.some((entry) => entry.personId === id && TAKES.test(entry.type))
      return isNamed && (step === null || step.corrects || step.ofRecords) ? taken : []
    }
    if (!step?.ofRecords)
      count(
        'L1',
        await monotone({ personId, before, now, takenOf, until: { before: until, now: town.latest() } }),
      )
    lastKept.set(personId, before)
    kept.set(personId, now)
    const changed = changedBetween(before, now)
    for (const other of changed) mirror(personId, now, other)
    return { before, now, changed }
  }
  /** What changed between two people changed for both of them. */
  function mirror(personId: string, now: Facts, other: string) {
    const theirs = kept.get(other)
    if (!theirs) return
    const turned = now.shared.filter(({ otherId }) => otherId === other).map((one) => turn(one, personId))
    const rest = theirs.shared.filter(({ otherId }) => otherId !== personId)
    kept.set(other, { ...theirs, shared: [...rest, ...turned] })
  }
  /** What was kept of people already looked at in this round, for those who shared days with them. */
  const lastKept = new Map<string, Facts>()

  async function ties(personId: string, now: Facts, changed: string[]) {
    const latest = town.latest()
    const past = addDays(latest, -1 - dice.below(500))
    const [said, early] = [await tiesSaid(town, personId, latest), await tiesSaid(town, personId, past)]
    noSelf(personId, said)
    count('L3')
    count('facts', saysTheFacts(said, now, latest))
    count('as of', saysTheFacts(early, now, past))
    count('L5', nested(early, said))
    const others = [...new Set(said.map(({ otherId }) => otherId))]
    const looked = others.length > 0 ? [...changed.slice(0, 5), any(dice, others)] : changed.slice(0, 5)
    for (const other of looked) await mutual(town, personId, said, other)
    count('L2', looked.length)
  }

  async function merged(
    how: NonNullable<Step['ofRecords']>,
    { winnerId, loserId }: Merged,
    was: Map<string, Facts>,
  ) {
    const ids = [winnerId, loserId]
    const before = ids.map((id) => was.get(id) ?? { shared: [], stays: [] })
    oneOfTwo(how, { ids, before, now: await Promise.all(ids.map((id) => factsOf(town, id))) })
    count('L7')
  }

  /** L10: what the register told once it tells in vain a second time. */
  async function broughtInTwice() {
    const before = await ledgerHead(town.store.read)
    const { changed, applied } = await town.register.bringIn(town)
    const entries = (await ledgerHead(town.store.read)) - before
    expect({ changed, applied, entries }, 'L10').toEqual({ changed: 0, applied: 0, entries: 0 })
    count('L10')
  }

  async function sameNear() {
    const [viewer, school] = [anyone(town, dice), any(dice, town.schools)]
    await index.catchUp()
    const ctx = town.as(viewer)
    const proposed = await near({ ...ctx, index } as MemberCtx, school)
    expect(JSON.stringify(proposed), 'L6: near').toBe(JSON.stringify(await near(ctx, school)))
    count('L6 near')
  }

  async function page(viewer: string, now: Facts) {
    const other = now.shared.find(({ from, hidden }) => from <= town.today() && !hidden)?.otherId ?? viewer
    const began = performance.now()
    await personPage(town.as(viewer), { id: other }).catch(() => null)
    pages.push(performance.now() - began)
    await people(town.as(viewer), {})
  }

  return {
    tally,
    pages,
    index,
    /** The history so far, in a few letters: the same for the same seed. */
    digest: () => history.copy().digest('hex').slice(0, 16),
    /** How many reasons two people have for being tied, over everybody. */
    ties: () => [...kept.values()].reduce((sum, { shared }) => sum + shared.length, 0) / 2,
    /** What a step did, against every law, for whom it touched. */
    async after(step: Step, { outcome, result }: Taken) {
      const said = await saidSince(town, head)
      history.update(`${step.name} ${outcome} ${said.lines.join('\n')}\n`)
      lastKept.clear()
      const touched = said.touched.filter((id) => kept.has(id) || isLive(town, id))
      const every = Math.ceil((touched.length + 1) / MOST)
      const chosen = touched.filter((_, n) => n % every === 0)
      const day = step.ofSchools ? await changedOn(town, said) : null
      const toldEarly = timeToldEarly(said)
      let shrunk = 0
      const befores = day || step.ofRecords ? new Map(kept) : null
      for (const id of new Set([...touched, anyone(town, dice)])) {
        const { before, now, changed } = await look(id, step, said)
        if (day) schoolBlind({ personId: id, before: befores?.get(id) ?? before, now, day, toldEarly })
        if (day) count('L4')
        const taken = daysTaken(before.stays, now.stays, until)
        if (taken.length > 0) shrunk += 1
        if (step.byClock && taken.length > 0) await onlyWhatWasSaid(town, said, id, taken)
        if (touched.includes(id) && !chosen.includes(id)) continue
        await ties(id, now, changed)
        if (dice.chance(0.05)) await page(id, now)
      }
      if (step.ofSchools && outcome === 'done') await broughtInTwice()
      if (step.ofRecords && outcome === 'done')
        await merged(step.ofRecords, result as Merged, befores ?? kept)
      if (!step.corrects && !step.ofRecords && !step.ofSchools)
        expect(shrunk, `L1: people whose days "${step.name}" took`).toBe(0)
      for (const apart of (await blocksOf(town, chosen)).slice(0, 4)) count('L8', await unseen(town, apart))
      count('L8 letters', await noLetterBetween(town, mailed, step.ofRecords ? idsOf(result) : []))
      count('mentoring', await mentoringHolds(town, chosen))
      await sameNear()
      ;[head, until, mailed] = [said.head, town.latest(), await lastLetter(town)]
    },
    /** Everybody, every block, the index built anew: what only shows in the whole. */
    async whole() {
      const said = await saidSince(town, head)
      lastKept.clear()
      for (const id of kept.keys()) {
        const { now } = await look(id, null, said)
        await ties(id, now, [])
      }
      for (const apart of await blocksOf(town)) count('L8', await unseen(town, apart))
      count('mentoring', await mentoringHolds(town))
      await index.catchUp()
      expect(index.dump(), 'L6: rebuilt = followed').toEqual((await openNetworkIndex(town.store)).dump())
      count('L6 bytes')
      expect(await town.store.read.rows(sql`select * from pragma_foreign_key_check`)).toEqual([])
      const { same, differ } = await ledgerAgrees(town.store.read)
      expect(differ, 'the ledger rebuilds every dated row').toEqual([])
      count('ledger', same)
      count('L12', await nothingDeleted(town))
    },
  }
}

/** Acts that may say that somebody was not where the record had them. */
const TAKES = /^(stint|claim|membership|move|mentorship)\./

const TURNED: Partial<Record<Shared['kind'], Shared['kind']>> = { mentor: 'mentee', mentee: 'mentor' }
const turn = (one: Shared, otherId: string): Shared => ({
  ...one,
  otherId,
  kind: TURNED[one.kind] ?? one.kind,
})

const isLive = ({ people, leads }: Town, id: string) => people.includes(id) || leads.includes(id)

function changedBetween(before: Facts, now: Facts) {
  const words = ({ shared }: Facts) =>
    new Set(shared.map((one) => `${one.otherId} ${one.kind} ${one.contextId} ${one.from} ${one.to}`))
  const [was, is] = [words(before), words(now)]
  const changed = [...was].filter((one) => !is.has(one)).concat([...is].filter((one) => !was.has(one)))
  return [...new Set(changed.map((one) => one.split(' ')[0] as string))]
}

/** How far two sides' starts of one stay may lie apart, in days. */
const A_MONTH = 31

/** The clock takes no day from before what somebody said, but for a month about the start of one stay. */
async function onlyWhatWasSaid(town: Town, { entries }: Said, personId: string, taken: DaysTaken[]) {
  const named = entries
    .filter((entry) => entry.personId === personId)
    .map(({ refs }) => JSON.parse(refs).claim)
  const [said] = await town.store.read.rows<{ day: Day | null }>(
    sql`select min(day) as day from move_claims where id in (${inList(named.filter(Boolean))})`,
  )
  const first = taken.flatMap(({ days }) => [...days]).sort()[0] as Day
  expect(
    first >= addDays(said?.day ?? FOREVER, -A_MONTH),
    `L1: the clock took ${first} from ${personId}`,
  ).toBe(true)
}

/** The earliest day from which a school change brought in just now holds. */
async function changedOn(town: Town, { since }: Said): Promise<Day> {
  const rows = await town.store.read.rows<{ day: Day | null }>(
    sql`select min(effective_on) as day from school_changes where applied_at is not null
      and id in (select named.value from ledger l, json_each(l.refs) named where l.seq > ${since})`,
  )
  return rows[0]?.day ?? town.today()
}

/** First days of stays told of under a number that turned out to be another school’s, which now are of that school. */
const timeToldEarly = ({ entries }: Said) =>
  entries
    .filter(
      ({ type, after }) => type === 'stint.voided' && JSON.parse(after ?? '{}').reason === 'school_replaced',
    )
    .reduce(
      (all, { personId, on }) => all.set(String(personId), [...(all.get(String(personId)) ?? []), on]),
      new Map<string, Day[]>(),
    )

/** The two records of a step that joined or parted them. */
const idsOf = (result: unknown) => {
  const { winnerId, loserId } = (result ?? {}) as Partial<Merged>
  return [winnerId, loserId].filter((id) => id !== undefined)
}

/** Texts that would take a row of history away, or the whole of it. */
const takesAway = (table: string) =>
  new RegExp(
    `\\b(delete\\s+from|drop\\s+table|replace\\s+into|truncate)\\s+(if\\s+exists\\s+)?["'\`]?${table}\\b`,
    'i',
  )

const seen = new WeakMap<Town, Record<string, number>>()

/** L12: no statement took a row of history away, and no table of it has fewer rows than the last time. @returns how many tables were looked at */
async function nothingDeleted(town: Town) {
  const guarded = await town.store.read.rows<{ name: string }>(
    sql`select tbl_name as name from sqlite_master where type = 'trigger' and name like '%_never_deleted'`,
  )
  const before = seen.get(town) ?? {}
  const now: Record<string, number> = {}
  for (const { name } of guarded) {
    const taking = [...town.statements].filter((text) => takesAway(name).test(text))
    expect(taking, `L12: statements on ${name}`).toEqual([])
    const [row] = await town.store.read.rows<{ n: number }>(sql.raw(`select count(*) as n from ${name}`))
    now[name] = row?.n ?? 0
    expect(now[name], `L12: rows of ${name}`).toBeGreaterThanOrEqual(before[name] ?? 0)
  }
  seen.set(town, now)
  return guarded.length
}
