/** The append-only record of every act: what happened, who said so, and what it was before. */
export { type Entry, ledgerHead, nextNo, record, recordAll } from './record.ts'
