import { sql, type Tx } from '@wirearchy/db'
import { type Row, rowsWhere } from '../journal.ts'

/** Where two rows of one of these never cover the same day. */
const ALONE: Record<string, string[]> = {
  stints: ['person_id', 'school_id', 'kind'],
  stint_roles: ['stint_id', 'role'],
  group_memberships: ['person_id', 'group_id'],
  pauses: ['person_id'],
  connections: ['person_lo', 'person_hi'],
}

/** Of what would be put back on a row, what still can be: newer rows keep their days, and what hangs on a stay its stay. */
export async function allowed(tx: Tx, table: string, row: Row, set: Row): Promise<Row> {
  const next = { ...row, ...set }
  if (isAny(set, DAYS) && !(await holdsItsDays(tx, table, row, next)))
    return allowed(tx, table, row, without(set, DAYS))
  if ('voided_at' in set && (await isTaken(tx, table, next)))
    return without(set, ['voided_at', 'void_reason'])
  if (table === 'mentorships' && isAny(set, PLACE) && !(await isInPlace(tx, next)))
    return without(set, [...PLACE, 'voided_at', 'void_reason'])
  if (table === 'connection_requests' && set.state === 'open' && (await isAskedAgain(tx, next)))
    return without(set, ['state', 'answered_at'])
  if (table === 'mentoring_asks' && !(await isTurnAgain(tx, next))) return without(set, ['state'])
  return set
}

const DAYS = ['started_on', 'finished_on', 'end_reason', 'expected_finish_on']
const PLACE = ['kind', 'mentor_stint_id', 'mentee_stint_id']

const isAny = (set: Row, columns: string[]) => columns.some((column) => column in set)
const without = (set: Row, columns: string[]): Row =>
  Object.fromEntries(Object.entries(set).filter(([column]) => !columns.includes(column)))

/** True when the days are in order, and, of a stay, still cover the roles and statutory mentorships that hang on it. */
async function holdsItsDays(tx: Tx, table: string, row: Row, next: Row) {
  const [from, until] = [String(next.started_on), String(next.finished_on ?? '9999-12-31')]
  if (until < from) return false
  if (table !== 'stints') return true
  const outside = sql`(started_on < ${from} or coalesce(finished_on, '9999-12-31') > ${until}) and voided_at is null`
  const hanging = await tx.rows(sql`
    select 1 from stint_roles where stint_id = ${row.id} and ${outside}
    union all select 1 from mentorships where ${row.id} in (mentor_stint_id, mentee_stint_id) and ${outside}`)
  return hanging.length === 0
}

/** True when other rows have taken a void row's days. */
async function isTaken(tx: Tx, table: string, next: Row) {
  const keys = ALONE[table]
  if (!keys) return false
  const same = keys.map((column) => sql`${sql.raw(column)} = ${next[column] ?? null}`)
  const overlapping = sql`started_on <= ${next.finished_on ?? '9999-12-31'}
    and coalesce(finished_on, '9999-12-31') >= ${next.started_on}`
  const others = sql`${sql.join(same, sql` and `)} and id <> ${next.id} and voided_at is null and ${overlapping}`
  return (await rowsWhere(tx, table, others)).length > 0
}

/** True when a statutory mentorship fits into both stays again, and nobody else is the statutory mentor there now. */
async function isInPlace(tx: Tx, next: Row) {
  if (next.kind !== 'statutory' || next.voided_at !== null)
    return next.kind === 'statutory' || next.mentee_stint_id === null
  const rivals = sql`mentee_stint_id = ${next.mentee_stint_id} and kind = 'statutory' and voided_at is null
    and finished_on is null and id <> ${next.id}`
  return next.finished_on !== null || (await rowsWhere(tx, 'mentorships', rivals)).length === 0
}

async function isAskedAgain(tx: Tx, next: Row) {
  const again = sql`from_id = ${next.from_id} and to_id = ${next.to_id} and state = 'open' and id <> ${next.id}`
  return (await rowsWhere(tx, 'connection_requests', again)).length > 0
}

/** True unless a turn would be open in a request that is over, or beside another one whose clock runs. */
async function isTurnAgain(tx: Tx, { id, request_id, state }: Row) {
  const isHeld = state === 'asked' || state === 'question'
  if (!isHeld && state !== 'next') return true
  const over = sql`id = ${request_id} and state <> 'open'`
  const other = sql`request_id = ${request_id} and id <> ${id} and state in ('asked', 'question')`
  if ((await rowsWhere(tx, 'mentoring_requests', over)).length > 0) return false
  return !isHeld || (await rowsWhere(tx, 'mentoring_asks', other)).length === 0
}
