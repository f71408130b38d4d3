import { type SQL, sql, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { tieRows } from '@wirearchy/domain/network'
import { blockedWith, liveOn } from '@wirearchy/domain/visibility'
import type { MoveRow } from './refresh-moves.ts'

export type When = 'now' | 'on_start'

type Telling = Pick<MoveRow, 'personId' | 'telling'>

export interface Told {
  personId: string
  when: When
}

/**
 * Whom a mover's announcement goes to, once each: people they know (connections, mentors, mentees) and people they
 * trained with, as they chose. Nobody who is blocked either way, nor who muted the mover.
 * @param isCount for the mover's own eyes: who muted them is counted too, or the number would tell
 */
export async function toldOf(
  tx: Pick<Tx, 'rows'>,
  ctx: Ctx,
  { personId, telling }: Telling,
  { isCount = false } = {},
): Promise<Told[]> {
  const rows = await tx.rows<{ personId: string; kind: string }>(sql`
    select distinct tie.other_id as "personId", tie.kind as kind from (${tieRows(personId, ctx.today, ctx.today)}) tie
    join people other on other.id = tie.other_id and other.status = 'active'
    where tie.kind <> 'school' and tie.other_id not in (${blockedWith(personId)})
      and ${isCount ? sql`true` : hears('tie.other_id', personId)}
    order by tie.other_id`)
  const whenOf = ({ kind }: { kind: string }) => (kind === 'group' ? telling.groups : telling.ties) ?? 'never'
  return earliest(rows.map((row) => ({ personId: row.personId, when: whenOf(row) })))
}

function earliest(rows: { personId: string; when: When | 'never' }[]): Told[] {
  const told = new Map<string, When>()
  for (const { personId, when } of rows)
    if (when !== 'never' && told.get(personId) !== 'now') told.set(personId, when)
  return [...told].map(([personId, when]) => ({ personId, when }))
}

const hears = (column: string, mover: string): SQL => sql`not exists (select 1 from tie_preferences mine
    where mine.person_id = ${sql.raw(column)} and mine.other_id = ${mover} and mine.muted)`

export interface ToldLead extends Told {
  side: 'leaving' | 'joining'
}

/** The leads of the two schools, as far as the mover chose to tell them. Each hears of its own side alone. */
export async function leadsOf(tx: Pick<Tx, 'rows'>, ctx: Ctx, move: MoveRow): Promise<ToldLead[]> {
  const { old_school, new_school } = move.telling
  const from = sql`select school_id from stints where id = ${move.fromStintId}`
  const to = sql`select school_id from stints where id = ${move.toStintId}`
  return [
    ...(await leads(tx, ctx, move.personId, from, old_school)).map((lead) => ({
      ...lead,
      side: 'leaving' as const,
    })),
    ...(await leads(tx, ctx, move.personId, to, new_school)).map((lead) => ({
      ...lead,
      side: 'joining' as const,
    })),
  ]
}

async function leads(
  tx: Pick<Tx, 'rows'>,
  { today }: Ctx,
  mover: string,
  school: SQL,
  when = 'never',
): Promise<Told[]> {
  if (when === 'never') return []
  const rows = await tx.rows<{ personId: string }>(sql`
    select distinct grant_.person_id as "personId" from school_leads grant_
    join stints own on own.person_id = grant_.person_id and own.school_id = grant_.school_id
      and own.voided_at is null and ${liveOn('own', today)}
    where grant_.school_id in (${school}) and ${liveOn('grant_', today)} and grant_.person_id <> ${mover}
      and grant_.person_id not in (${blockedWith(mover)})`)
  return rows.map(({ personId }) => ({ personId, when: when as When }))
}
