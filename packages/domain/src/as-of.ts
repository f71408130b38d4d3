import type { Ctx } from './context.ts'
import type { Day } from './day.ts'
import { Problem } from './problem.ts'

const EARLIEST: Day = '1900-01-01'

/**
 * The day that something is asked as of, inclusive: from 1900 up to today, and today when it is not said. It only
 * filters what the viewer may see now; nobody sees more by asking about another day.
 * @throws Problem bad_input on asOf for any other day
 */
export function dayAsked({ today }: Pick<Ctx, 'today'>, asOf: Day = today): Day {
  const refuse = (sentence: string) => new Problem('bad_input', sentence, { field: 'asOf' })
  if (asOf > today) throw refuse('That day is still to come. Enter today or an earlier day.')
  if (asOf < EARLIEST) throw refuse('Enter a day from 1 January 1900 on.')
  return asOf
}
