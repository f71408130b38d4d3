import type { Tx } from '@wirearchy/db'
import type { Standing } from './reconcile.ts'
import type { Stay } from './resolve.ts'
import { tieWorkAddresses } from './way-in.ts'

/** An address outlasts a stay that goes on at another school, and one whose end is only inferred. */
const outlasts = (stay: Stay, wanted: Stay[]) =>
  stay.endReason === 'school_closed' || wanted.some(({ continues }) => continues === stay)

/** The addresses of a stay that ends now end with it, unless they outlast it. */
export function tieAddresses(tx: Tx, personId: string, kept: Standing[], wanted: Stay[]) {
  const rows = (which: (standing: Standing) => boolean) => kept.filter(which).map(({ row }) => row)
  const ending = rows(
    ({ row, stay }) => row.finishedOn === null && stay.finishedOn !== null && !outlasts(stay, wanted),
  )
  return tieWorkAddresses(
    tx,
    personId,
    ending,
    rows(({ stay }) => stay.finishedOn === null),
  )
}
