import { sql } from '@wirearchy/db'
import { addDays, type Day, groupBy } from '@wirearchy/domain'
import { near, people, personPage, tieRows, tiesOf } from '@wirearchy/domain/network'
import { canSee } from '@wirearchy/domain/visibility'
import { expect } from 'vitest'
import type { Town } from './town.ts'

interface Row {
  other_id: string
  kind: string
  started_on: Day
}

/** Every tie of one person as facts, before anybody's sight: other → the first day of any reason. */
export async function firstDays(
  town: Town,
  personId: string,
  asOf = town.today(),
): Promise<Map<string, Day>> {
  const rows = await town.store.read.rows<Row>(sql`${tieRows(personId, asOf, town.today())}`)
  return new Map(
    [...groupBy(rows, (row) => row.other_id)].map(([other, ties]) => [
      other,
      ties.map((tie) => tie.started_on).sort()[0] as Day,
    ]),
  )
}

export type Ties = Map<string, Map<string, Day>>

export async function allTies(town: Town): Promise<Ties> {
  const everybody = [...town.people, ...town.leads]
  return new Map(await Promise.all(everybody.map(async (id) => [id, await firstDays(town, id)] as const)))
}

export type Ends = Map<string, { personId: string; lastDay: Day | null }>

/** The last day of every stay; a void one has none left, so its last day is before all days. */
export async function ends(town: Town): Promise<Ends> {
  const rows = await town.store.read.rows<{ id: string; personId: string; lastDay: Day | null }>(
    sql`select id, person_id as "personId", case when voided_at is null then finished_on else '0000-01-01' end as "lastDay" from stints`,
  )
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}

interface Then {
  ties: Ties
  ends: Ends
}

/**
 * L1: what is there stays, and begins no later. A step that is only told late (a school's word accepted after its
 * day, a backdated move) may take a day that was never shared: then one of the two had left before the tie began.
 */
export function monotone(before: Then, after: Then, step: string) {
  for (const [person, ties] of before.ties)
    for (const [other, since] of ties) {
      const now = after.ties.get(person)?.get(other)
      if (now !== undefined && now <= since) continue
      const left = [...after.ends].some(([id, { personId, lastDay }]) => {
        const changed = before.ends.get(id)?.lastDay !== lastDay
        return changed && (personId === person || personId === other) && lastDay !== null && lastDay < since
      })
      expect(left, `L1: "${step}" took the tie ${person}–${other} since ${since} (now ${now})`).toBe(true)
    }
}

/** L2 and L3: a tie is mutual, and never with oneself. */
export function mutual(ties: Ties) {
  for (const [person, others] of ties)
    for (const [other, since] of others) {
      expect(other, 'L3').not.toBe(person)
      expect(ties.get(other)?.get(person), `L2: ${person}–${other}`).toBe(since)
    }
}

/** L5: what had begun by an earlier day had begun by a later one. */
export async function nested(town: Town, person: string, days: number) {
  const late = await firstDays(town, person)
  const early = await firstDays(town, person, addDays(town.today(), -days))
  for (const [other, since] of early) expect(late.get(other), `L5: ${person}–${other}`).toBe(since)
}

/** L8: two people with a block between them are nowhere in what the other may read. */
export async function blocked(town: Town) {
  const open = await town.store.read.rows<{ a: string; b: string }>(
    sql`select blocker_id as a, blocked_id as b from blocks where lifted_at is null`,
  )
  for (const { a, b } of open)
    for (const [viewer, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const ctx = town.as(viewer)
      expect(await canSee(ctx, other), 'L8: sight').toBe(false)
      expect(
        (await tiesOf(ctx)).some((tie) => tie.otherId === other),
        'L8: ties',
      ).toBe(false)
      expect(JSON.stringify(await people(ctx, {})), 'L8: people').not.toContain(other)
      await expect(personPage(ctx, { id: other }), 'L8: page').rejects.toThrow(/can’t find/)
      for (const school of town.schools)
        expect(JSON.stringify(await near(ctx, school)), 'L8: near').not.toContain(other)
    }
}

const FACTS = [
  'people',
  'stints',
  'stint_roles',
  'moves',
  'move_claims',
  'mentorships',
  'group_memberships',
  'group_leads',
  'connections',
  'connection_requests',
  'blocks',
  'pauses',
  'links',
] as const

/** L11: every row of history is named by a ledger entry; the ledger is numbered without a gap. */
export async function recorded(town: Town) {
  const entries = await town.store.read.rows<{ seq: number; refs: string; personId: string | null }>(
    sql`select seq, refs, person_id as "personId" from ledger order by seq`,
  )
  expect(
    entries.map(({ seq }) => seq),
    'L11: numbers',
  ).toEqual(entries.map((_, n) => n + 1))
  const named = new Set(
    entries.flatMap(({ refs, personId }) => [
      ...Object.values(JSON.parse(refs) as Record<string, string>),
      personId,
    ]),
  )
  for (const table of FACTS) {
    const rows = await town.store.read.rows<{ id: string }>(sql.raw(`select id from ${table}`))
    const silent = rows.filter(({ id }) => !named.has(id))
    expect(silent, `L11: rows of ${table} without an entry`).toEqual([])
  }
}

/** How many rows of history there are: they never get fewer (L12). */
export async function counts(town: Town) {
  const found: Record<string, number> = {}
  for (const table of FACTS) {
    const [row] = await town.store.read.rows<{ n: number }>(sql.raw(`select count(*) as n from ${table}`))
    found[table] = row?.n ?? 0
  }
  return found
}
