import type { establishments } from '@wirearchy/db'
import type { EstablishmentRow } from '../register/index.ts'

/** What a row of the register says differently from before, for the ledger: the changed facts alone. */
export function differences(before: typeof establishments.$inferSelect | undefined, row: EstablishmentRow) {
  const names = Object.keys(row) as (keyof EstablishmentRow)[]
  const changed = names.filter((name) => row[name] !== (before?.[name] ?? null))
  const pick = (of: Partial<EstablishmentRow>) =>
    Object.fromEntries(changed.map((name) => [name, of[name] ?? null]))
  return { before: before ? pick(before as EstablishmentRow) : null, after: pick(row) }
}
