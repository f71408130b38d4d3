import type { Journal } from '../journal.ts'
import { fillGaps } from './own.ts'

/** How soon and when letters may come: the winner's answers stand, and what they left open is answered as on the other record. */
export async function mergeNotices(journal: Journal) {
  await fillGaps(journal, 'notice_choices', ['kind'])
  await fillGaps(journal, 'quiet_hours', [])
}
