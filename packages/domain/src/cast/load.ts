import { insertMany, type Store } from '@wirearchy/db'
import { OPEN } from './profession/index.ts'

const A_BATCH = 5_000
export const PHASES = ['primary', 'secondary', 'special'] as const

const KINDS = [
  'person',
  'school',
  'group',
  'account',
  'email',
  'membership',
  'stint',
  'mentorship',
  'connection',
]
/** The id of the n-th row of a kind: a UUID that says which it is. */
export const at = (kind: string, n: number) =>
  `0000000${KINDS.indexOf(kind)}-0000-7000-8000-${String(n).padStart(12, '0')}`
const START = Date.UTC(2000, 0, 1)
/** A day of the made profession, as we write days. */
export const dayText = (day: number) => new Date(START + day * 86_400_000).toISOString().slice(0, 10)
/** A last day, or null for what goes on. */
export const endText = (day: number) => (day === OPEN ? null : dayText(day))

export type Load = <Row>(
  table: Parameters<typeof insertMany>[1],
  total: number,
  row: (n: number) => Row | Row[],
) => Promise<void>

/** Writes `total` rows in transactions of a few thousand. */
export const loader =
  (store: Store): Load =>
  async (table, total, row) => {
    for (let from = 0; from < total; from += A_BATCH) {
      const rows = Array.from({ length: Math.min(A_BATCH, total - from) }, (_, n) => row(from + n)).flat()
      if (rows.length > 0) await store.tx((tx) => insertMany(tx, table, rows as never))
    }
  }
