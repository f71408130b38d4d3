import { type Day, daysBetween } from '@wirearchy/domain'
import type { Row } from './journal.ts'

/** Spans of one context that overlap, from both records, and the days they cover together (inclusive). */
export interface Fused<Span extends Row = Row> {
  /** The longest; of equals one of the winner's. */
  kept: Span
  others: Span[]
  startedOn: Day
  finishedOn: Day | null
  /** The row whose last day the whole has. */
  last: Span
}

const FOREVER = '9999-12-31'
const from = (row: Row) => String(row.started_on)
const until = (row: Row) => (row.finished_on === null ? FOREVER : String(row.finished_on))
const length = (row: Row) => daysBetween(from(row), until(row))

/**
 * Which spans of one context are one, because the two records overlap there: days that touch without overlapping stay
 * two. A pure function of the rows.
 * @param isWinners whose row it is: spans of one record alone are then never fused; all that overlap when left out
 */
export function fuse<Span extends Row>(rows: Span[], isWinners?: (row: Span) => boolean): Fused<Span>[] {
  const runs: Span[][] = []
  let end = ''
  for (const row of [...rows].sort(byStart)) {
    if (runs.length > 0 && from(row) <= end) runs.at(-1)?.push(row)
    else runs.push([row])
    end = runs.at(-1)?.length === 1 || until(row) > end ? until(row) : end
  }
  const isOfBoth = (run: Span[]) => !isWinners || (run.some(isWinners) && run.some((row) => !isWinners(row)))
  return runs
    .filter((run) => run.length > 1 && isOfBoth(run))
    .map((run) => whole(run, isWinners ?? (() => true)))
}

const byStart = (one: Row, other: Row) =>
  from(one) < from(other) || (from(one) === from(other) && String(one.id) < String(other.id)) ? -1 : 1

function whole<Span extends Row>(run: Span[], isWinners: (row: Span) => boolean): Fused<Span> {
  const rank = (one: Span, other: Span) =>
    length(other) - length(one) ||
    Number(isWinners(other)) - Number(isWinners(one)) ||
    (String(one.id) < String(other.id) ? -1 : 1)
  const [kept, ...others] = [...run].sort(rank) as [Span, ...Span[]]
  const last = [...run].sort((one, other) => (until(one) > until(other) ? -1 : 1))[0] as Span
  const startedOn = run.map(from).sort()[0] as Day
  return { kept, others, startedOn, finishedOn: last.finished_on as Day | null, last }
}

/** Rows by what they have in common. */
export function sortedBy<Span extends Row>(rows: Span[], ...columns: string[]): Span[][] {
  const found = new Map<string, Span[]>()
  for (const row of rows) {
    const key = JSON.stringify(columns.map((column) => row[column] ?? null))
    found.set(key, [...(found.get(key) ?? []), row])
  }
  return [...found.values()]
}
