import { sql } from '@wirearchy/db'
import { type Fused, fuse, sortedBy } from '../fuse.ts'
import { type Cell, change, type Journal, type Row, repoint, rowsWhere } from '../journal.ts'
import { DUPLICATE } from './stays.ts'

/** Why a mentorship or connection between the two records is void: it was with oneself. */
const SELF = 'merged_same_person'

/**
 * Mentorships of both records. One with the other self is void; one told twice is one; and since a stay has one
 * statutory mentor at a time, a second one over the same days goes on between the two people, so that no tie is lost.
 */
export async function mergeMentorships(journal: Journal) {
  const { tx, loserId, winnerId, ctx } = journal
  const both = sql`(${loserId}, ${winnerId})`
  const rows = await rowsWhere(
    tx,
    'mentorships',
    sql`(mentor_id in ${both} or mentee_id in ${both}) order by started_on, id`,
  )
  const ids = [loserId, winnerId]
  const isSelf = (row: Row) => ids.includes(String(row.mentor_id)) && ids.includes(String(row.mentee_id))
  for (const row of rows.filter((one) => isSelf(one) && one.voided_at === null))
    await change(journal, 'mentorships', row, { voided_at: ctx.now, void_reason: SELF })
  const stays = await stayOf(journal)
  const planned = rows.filter((row) => !isSelf(row)).map((row) => ({ row, next: moved(row, journal, stays) }))
  makeOne(planned, journal)
  oneStatutoryAtATime(planned, stays)
  const isGivingWay = ({ row, next }: Planned) =>
    Number(row.voided_at === next.voided_at && row.kind === next.kind)
  for (const { row, next } of planned.sort((one, other) => isGivingWay(one) - isGivingWay(other)))
    await change(journal, 'mentorships', row, next)
  await repoint(journal, 'mentorships', 'arranged_by_id')
}

interface Planned {
  row: Row
  /** The row as it will be. */
  next: Row
}

/** Which stay a void duplicate's mentorships belong to now. */
type StayOf = Map<string, string>

/** Void duplicates of this merge by the stay that covers their days. */
async function stayOf({ tx, ctx, loserId, winnerId }: Journal): Promise<StayOf> {
  const rows = await tx.rows<{ old: string; kept: string }>(sql`
    select old.id as old, kept.id as kept from stints old
    join stints kept on kept.school_id = old.school_id and kept.kind = old.kind and kept.voided_at is null
      and kept.person_id in (${loserId}, ${winnerId}) and kept.started_on <= old.started_on
      and coalesce(old.finished_on, '9999-12-31') <= coalesce(kept.finished_on, '9999-12-31')
    where old.person_id in (${loserId}, ${winnerId}) and old.void_reason = ${DUPLICATE} and old.voided_at = ${ctx.now}`)
  return new Map(rows.map(({ old, kept }) => [old, kept]))
}

function moved(row: Row, { loserId, winnerId }: Journal, stays: StayOf): Row {
  const whose = (id?: Cell) => (id === loserId ? winnerId : String(id))
  const stay = (id: Cell = null) => (id === null ? null : (stays.get(String(id)) ?? id))
  return {
    ...row,
    ...{ mentor_id: whose(row.mentor_id), mentee_id: whose(row.mentee_id) },
    mentor_stint_id: stay(row.mentor_stint_id),
    mentee_stint_id: stay(row.mentee_stint_id),
  }
}

/** The same two people, in one kind and the same stays, on days that overlap: one mentorship. */
function makeOne(planned: Planned[], { winnerId, ctx }: Journal) {
  const byId = new Map(planned.map((one) => [one.row.id, one]))
  const isWinners = ({ id }: Row) => {
    const row = byId.get(id as string)?.row
    return row?.mentor_id === winnerId || row?.mentee_id === winnerId
  }
  const live = planned.map(({ next }) => next).filter((next) => next.voided_at === null)
  const alike = sortedBy(live, 'mentor_id', 'mentee_id', 'kind', 'mentor_stint_id', 'mentee_stint_id')
  const write = ({ kept, others, startedOn, finishedOn, last }: Fused) => {
    for (const row of others) Object.assign(row, { voided_at: ctx.now, void_reason: DUPLICATE })
    Object.assign(kept, { started_on: startedOn, finished_on: finishedOn, end_reason: last.end_reason })
  }
  for (const rows of alike) for (const one of fuse(rows, isWinners)) write(one)
}

/** The longer stays the statutory one. */
function oneStatutoryAtATime(planned: Planned[], stays: StayOf) {
  const kept = new Set(stays.values())
  const live = planned
    .map(({ next }) => next)
    .filter((next) => next.kind === 'statutory' && next.voided_at === null)
    .filter((next) => kept.has(String(next.mentee_stint_id)))
  for (const rows of sortedBy(live, 'mentee_stint_id'))
    for (const { others } of fuse(rows))
      for (const row of others)
        Object.assign(row, { kind: 'informal', mentor_stint_id: null, mentee_stint_id: null })
}
