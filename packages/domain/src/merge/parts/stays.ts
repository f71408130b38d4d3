import { inList, sql } from '@wirearchy/db'
import { adopt } from '@wirearchy/domain/stint'
import { LEVELS, type Level } from '@wirearchy/domain/visibility'
import { type Fused, fuse, sortedBy } from '../fuse.ts'
import { type Cell, change, type Journal, type Row, repoint, rowsWhere } from '../journal.ts'
import { keepBeside, overlapElsewhere } from './beside.ts'
import { sayTheSame, wordsThatStand } from './words.ts'

/** How a row that says the same days as another one is void. */
export const DUPLICATE = 'merged_duplicate'

/** Each record's own level for where they are now, and the stricter one that both have from now on. */
export interface Levels {
  loser: Level
  winner: Level
  both: Level
}

/**
 * Stays of both records become one person's. Where they overlap at one school in one kind, the longer covers both and
 * the other is void; what hung on it hangs on the one that is kept. Nothing is worked out anew: each stay keeps its days.
 */
export async function mergeStays(journal: Journal, levels: Levels) {
  const { tx, loserId, winnerId } = journal
  const both = sql`person_id in (${loserId}, ${winnerId}) and voided_at is null`
  const live = await rowsWhere(tx, 'stints', sql`${both} order by started_on, id`)
  const fused = sortedBy(live, 'school_id', 'kind').flatMap((rows) =>
    fuse(rows, (row) => row.person_id === winnerId),
  )
  if (sharePlaces(live) || overlapElsewhere(live).length > 0)
    for (const personId of [loserId, winnerId]) await adopt(tx, journal.ctx, personId)
  const stood = await wordsThatStand(journal)
  for (const one of fused) await makeOne(journal, one, levels)
  await keepBeside(
    journal,
    live.filter((row) => row.voided_at === null),
  )
  await repoint(journal, 'stints', 'person_id')
  await repoint(journal, 'move_claims', 'person_id')
  await repoint(journal, 'move_claims', 'by_person_id')
  await repoint(journal, 'moves', 'person_id')
  await repoint(journal, 'moves', 'reported_by_id')
  await sayTheSame(journal, stood)
}

async function makeOne(journal: Journal, fused: Fused, levels: Levels) {
  const { kept, others, startedOn, finishedOn, last } = fused
  for (const row of others)
    await change(journal, 'stints', row, { voided_at: journal.ctx.now, void_reason: DUPLICATE })
  const confirmed = [kept, ...others].find((row) => row.confidence === 'confirmed')
  await change(journal, 'stints', kept, {
    ...{ started_on: startedOn, finished_on: finishedOn, end_reason: last.end_reason ?? null },
    expected_finish_on: last.expected_finish_on ?? null,
    confidence: (confirmed ?? kept).confidence ?? null,
    confirmed_at: (confirmed ?? kept).confirmed_at ?? null,
    pattern: [kept, ...others].find(({ pattern }) => pattern !== null)?.pattern ?? null,
    audience: strictest([kept, ...others], kept, levels, journal),
  })
  await handOver(
    journal,
    others.map(({ id }) => String(id)),
    String(kept.id),
  )
  await agree(journal, fused)
}

/** The narrowest of what each stay was shown to; unsaid where the person's own level says the same. */
function strictest(rows: Row[], kept: Row, levels: Levels, { winnerId }: Journal): Cell {
  const of = (row: Row) =>
    (row.audience ?? (row.person_id === winnerId ? levels.winner : levels.loser)) as Level
  const narrowest = LEVELS.find((level) => rows.some((row) => of(row) === level)) ?? levels.both
  return kept.audience === null && narrowest === levels.both ? null : narrowest
}

/** What named the void rows names the kept one: roles, mentorships' places, moves, words, work addresses, continuations. */
async function handOver(journal: Journal, from: string[], to: string) {
  await oneOpenMove(journal, [...from, to])
  await makeRolesOne(journal, [...from, to])
  for (const [table, column] of NAMES_A_STAY) {
    if (table === 'mentorships') continue
    const rows = await rowsWhere(journal.tx, table, sql`${sql.raw(column)} in (${inList(from)})`)
    for (const row of rows) await change(journal, table, row, { [column]: row.id === to ? null : to })
  }
}

async function makeRolesOne(journal: Journal, stays: string[]) {
  const live = sql`stint_id in (${inList(stays)}) and voided_at is null`
  for (const roles of sortedBy(await rowsWhere(journal.tx, 'stint_roles', live), 'role'))
    for (const { kept, others, startedOn, finishedOn } of fuse(roles)) {
      for (const row of others) await change(journal, 'stint_roles', row, { voided_at: journal.ctx.now })
      await change(journal, 'stint_roles', kept, { started_on: startedOn, finished_on: finishedOn })
    }
}

/** Every column that names a stay. Mentorships change theirs with their people: see mentorships.ts. */
export const NAMES_A_STAY = [
  ['stint_roles', 'stint_id'],
  ['mentorships', 'mentor_stint_id'],
  ['mentorships', 'mentee_stint_id'],
  ['moves', 'from_stint_id'],
  ['moves', 'to_stint_id'],
  ['move_claims', 'stint_id'],
  ['account_emails', 'stint_id'],
  ['stints', 'continues_stint_id'],
] as const

/** Two moves to come or in dispute out of what is one stay are one: the winner's, else the first told. Its words stay said. */
async function oneOpenMove(journal: Journal, stays: string[]) {
  const { tx, winnerId, ctx } = journal
  const open = sql`from_stint_id in (${inList(stays)}) and state in ('announced', 'half_reported', 'conflict')`
  const found = await rowsWhere(tx, 'moves', sql`${open} order by created_at, id`)
  const kept = found.find((move) => move.person_id === winnerId) ?? found[0]
  for (const move of found.filter((one) => one !== kept)) {
    await change(journal, 'moves', move, { state: 'cancelled', closed_at: ctx.now })
    for (const word of await rowsWhere(tx, 'move_claims', sql`move_id = ${move.id}`))
      await change(journal, 'move_claims', word, { move_id: kept?.id ?? null })
  }
}

/** The words behind a stay that covers both say its first and its last day; those that say others no longer count. */
async function agree(journal: Journal, { kept, startedOn, finishedOn }: Fused) {
  const said = sql`stint_id = ${kept.id} and withdrawn_at is null and objected_at is null
    and (accepted_at is not null or by_as not in ('old_school', 'new_school'))`
  for (const word of await rowsWhere(journal.tx, 'move_claims', said)) {
    const isRight = word.day === (word.says === 'began' ? startedOn : finishedOn)
    const right: Row = word.says === 'began' ? { pattern: kept.pattern ?? null } : {}
    await change(journal, 'move_claims', word, isRight ? right : { withdrawn_at: journal.ctx.now })
  }
}

/** True when both records have stays at one school in one kind. */
const sharePlaces = (live: Row[]) =>
  sortedBy(live, 'school_id', 'kind').some((rows) => sortedBy(rows, 'person_id').length > 1)
