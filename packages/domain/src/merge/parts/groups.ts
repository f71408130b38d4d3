import { inList, sql } from '@wirearchy/db'
import { type Fused, fuse, sortedBy } from '../fuse.ts'
import { change, type Journal, type Row, repoint, rowsWhere } from '../journal.ts'
import { DUPLICATE } from './stays.ts'

/** Time in training groups: where both records were in one group on the same days, one span covers both. */
export async function mergeMemberships(journal: Journal) {
  const { tx, loserId, winnerId } = journal
  const live = await rowsWhere(
    tx,
    'group_memberships',
    sql`person_id in (${loserId}, ${winnerId}) and voided_at is null`,
  )
  for (const rows of sortedBy(live, 'group_id'))
    for (const one of fuse(rows, (row) => row.person_id === winnerId)) await makeOne(journal, one)
  await repoint(journal, 'group_memberships', 'person_id')
}

async function makeOne(journal: Journal, { kept, others, startedOn, finishedOn, last }: Fused) {
  const { tx, ctx } = journal
  for (const row of others)
    await change(journal, 'group_memberships', row, { voided_at: ctx.now, void_reason: DUPLICATE })
  const filled = (column: string) => [kept, ...others].find((row) => row[column] !== null)?.[column] ?? null
  const ids = others.map(({ id }) => String(id))
  const resumes = filled('resumes_id')
  await change(journal, 'group_memberships', kept, {
    ...{ started_on: startedOn, finished_on: finishedOn, outcome: last.outcome ?? null },
    ...{ subgroup_id: filled('subgroup_id'), seat_id: filled('seat_id'), link_id: filled('link_id') },
    resumes_id: resumes === kept.id || ids.includes(String(resumes)) ? null : resumes,
  })
  const later = sql`resumes_id in (${inList(ids)}) and id <> ${kept.id}`
  for (const row of await rowsWhere(tx, 'group_memberships', later))
    await change(journal, 'group_memberships', row, { resumes_id: kept.id ?? null })
}

/** What a grant is for, by its table. A grant cannot be void: one that says no more than another's is closed where it stands. */
const GRANTS = { school_leads: ['school_id'], group_leads: ['group_id'], register_reviewers: [] }

/** Grants to run a group, act for a school, or review the register: both records' days, no day twice. */
export async function mergeGrants(journal: Journal) {
  for (const [table, keys] of Object.entries(GRANTS)) await mergeGrant(journal, table, keys)
}

async function mergeGrant(journal: Journal, table: string, keys: string[]) {
  const { tx, loserId, winnerId } = journal
  const rows = await rowsWhere(tx, table, sql`person_id in (${loserId}, ${winnerId})`)
  const isWinners = (row: Row) => row.person_id === winnerId
  const fused = sortedBy(rows, ...keys).flatMap((alike) => fuse(alike, isWinners))
  const staying = fused.flatMap((one) => [one.kept, ...one.others].filter((row) => !isWinners(row)))
  for (const row of staying) await change(journal, table, row, { finished_on: row.started_on ?? null })
  for (const one of fused) {
    const own = [one.kept, ...one.others].filter(isWinners).sort(byStart)
    const first = own[0]
    const last = own.find(({ finished_on }) => finished_on === null) ?? own.sort(byEnd).at(-1)
    if (first) await change(journal, table, first, { started_on: one.startedOn })
    if (last) await change(journal, table, last, { finished_on: one.finishedOn })
  }
  const free = rows.filter((row) => !isWinners(row) && !staying.includes(row))
  await repoint(
    journal,
    table,
    'person_id',
    free.map(({ id }) => String(id)),
  )
}

const byEnd = (one: Row, other: Row) => (String(one.finished_on) < String(other.finished_on) ? -1 : 1)
const byStart = (one: Row, other: Row) => (String(one.started_on) < String(other.started_on) ? -1 : 1)

/** Breaks: days away on both records are one break, shown to the narrower of the two audiences. */
export async function mergePauses(journal: Journal, stricter: (levels: string[]) => string) {
  const { tx, ctx, loserId, winnerId } = journal
  const live = await rowsWhere(
    tx,
    'pauses',
    sql`person_id in (${loserId}, ${winnerId}) and voided_at is null`,
  )
  for (const one of fuse(live, (row) => row.person_id === winnerId)) {
    for (const row of one.others) await change(journal, 'pauses', row, { voided_at: ctx.now })
    await change(journal, 'pauses', one.kept, {
      ...{ started_on: one.startedOn, finished_on: one.finishedOn },
      expected_return_on: one.last.expected_return_on ?? null,
      audience: stricter([one.kept, ...one.others].map(({ audience }) => String(audience))),
    })
  }
  await repoint(journal, 'pauses', 'person_id')
}
