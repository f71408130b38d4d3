/** The append-only record of every act: what happened, who said so, and what it was before. */
export { type Compared, type Disagreement, ledgerAgrees } from './agrees.ts'
export { historyOf, type ToldAct, type ToldHistory } from './history.ts'
export { type Entry, ledgerHead, nextNo, record, recordAll } from './record.ts'
export { recordsOf } from './records-of.ts'
export { replay, replayed, type Spans, type Told } from './replay.ts'
export type { SpanKind, ToldSpan } from './spans.ts'
