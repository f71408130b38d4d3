import { sortedBy } from '../fuse.ts'
import { add, type Journal, type Row, remove } from '../journal.ts'
import { between, isNow } from './between.ts'

/** How people keep each other on their own pages: pinned, muted or hidden on either record holds on the one. */
export async function mergePreferences(journal: Journal) {
  const { self, rest } = await between(journal, 'tie_preferences', { one: 'person_id', other: 'other_id' })
  for (const row of self) await remove(journal, 'tie_preferences', row)
  const named = rest.map(
    (row): Row => ({ ...row, a: isNow(row.person_id, journal), b: isNow(row.other_id, journal) }),
  )
  for (const rows of sortedBy(named, 'a', 'b')) {
    const old = rows.map(({ a, b, ...row }) => row as Row)
    const said = (column: string) => (old.some((row) => row[column]) ? 1 : 0)
    const next = {
      ...{ person_id: rows[0]?.a ?? '', other_id: rows[0]?.b ?? '' },
      ...{ pinned: said('pinned'), muted: said('muted'), hidden: said('hidden') },
    }
    if (old.length === 1 && JSON.stringify(old[0]) === JSON.stringify(next)) continue
    for (const row of old) await remove(journal, 'tie_preferences', row)
    await add(journal, 'tie_preferences', next)
  }
}
