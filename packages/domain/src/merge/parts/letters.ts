import { sql } from '@wirearchy/db'
import { change, type Journal, remove, repoint, rowsWhere } from '../journal.ts'

/** What was to be told to the loser, or of them, is told to and of the winner; nobody is told of themselves. */
export async function mergeLetters(journal: Journal) {
  const { tx, loserId, winnerId } = journal
  const self = sql`(person_id = ${loserId} and about_person_id = ${winnerId})
    or (person_id = ${winnerId} and about_person_id = ${loserId})`
  for (const notice of await rowsWhere(tx, 'notifications', self))
    await remove(journal, 'notifications', notice)
  await repoint(journal, 'notifications', 'person_id')
  await repoint(journal, 'notifications', 'about_person_id')
  const unsent = sql`(${self}) and sent_at is null and dropped_at is null`
  for (const letter of await rowsWhere(tx, 'mails', unsent))
    await change(journal, 'mails', letter, { dropped_at: journal.ctx.now })
  await repoint(journal, 'mails', 'person_id')
  await repoint(journal, 'mails', 'about_person_id')
  await renameIn(journal, 'notifications', 'refs', sql`instr(refs, ${loserId}) > 0`)
  const waiting = sql`finished_at is null and parked_at is null and instr(payload, ${loserId}) > 0`
  await renameIn(journal, 'jobs', 'payload', waiting)
}

async function renameIn(journal: Journal, table: string, column: string, where: ReturnType<typeof sql>) {
  const { tx, loserId, winnerId } = journal
  for (const row of await rowsWhere(tx, table, where))
    await change(journal, table, row, { [column]: String(row[column]).replaceAll(loserId, winnerId) })
}
