import { Problem } from '../../problem.ts'
import { monthFirstJudge } from './dates.ts'
import { records } from './records.ts'
import type { Survey } from './survey.ts'

/** The shape of a whole file: its columns, how many rows it holds, and where they end. */
export interface Shape {
  header: string[]
  rows: number
  /** The number in the last row's key column when the file goes up by it, or null. */
  lastRef: number | null
}

/** What is looked at in every row: the column of the key and those of days. */
export interface Places {
  header: string[]
  key: number | undefined
  days: (number | undefined)[]
}

/**
 * Looks over the whole file for what would refuse it whole (a missing column, a quotation mark out of
 * place, a cut end, months before days) before anything is kept.
 * @param noun what its rows are: "schools"
 * @param onBytes is told how far the reading is, in bytes
 */
export async function checkShape(
  file: Survey,
  noun: string,
  bind: (header: string[]) => Places,
  onBytes?: (read: number) => void,
): Promise<Shape> {
  let places: Places | null = null
  const order = ascending()
  const days = monthFirstJudge()
  let rows = 0
  for await (const { cells } of records(file, onBytes)) {
    if (places) {
      rows += 1
      order.read(cells[places.key ?? -1])
      for (const place of places.days) days.read(cells[place ?? -1])
    } else places = bind(cells)
  }
  if (!places || rows === 0) throw nothingInIt(noun)
  days.refuse()
  return { header: places.header, rows, lastRef: order.last() }
}

const nothingInIt = (noun: string) =>
  new Problem('bad_input', `The file has no ${noun} in it. Download the register again.`, { field: 'file' })

/** Whether numbers only go up. One that cannot be read is passed over: its row is refused alone. */
function ascending() {
  let last = 0
  let isAscending = true
  return {
    read(cell = '') {
      const ref = Number(cell)
      if (!Number.isInteger(ref) || ref === 0) return
      if (ref < last) isAscending = false
      last = ref
    },
    last: () => (isAscending && last > 0 ? last : null),
  }
}
