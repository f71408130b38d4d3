import { change, type Journal } from '../journal.ts'
import { between, isNow } from './between.ts'

/** Whom either record keeps apart from, or is kept apart from, the one is; nobody from themselves. */
export async function mergeApart(journal: Journal) {
  const { self, rest } = await between(journal, 'kept_apart', { one: 'person_id', other: 'other_id' })
  for (const row of self.filter(({ lifted_at }) => lifted_at === null))
    await change(journal, 'kept_apart', row, { lifted_at: journal.ctx.now })
  for (const row of rest)
    await change(journal, 'kept_apart', row, {
      ...{ person_id: isNow(row.person_id, journal), other_id: isNow(row.other_id, journal) },
    })
}
