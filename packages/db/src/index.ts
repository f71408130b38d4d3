/** The tables and the one door to them. Nothing outside this package knows which engine it is. */
export {
  type AnyColumn,
  and,
  asc,
  between,
  count,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  max,
  min,
  ne,
  not,
  notExists,
  notInArray,
  or,
  type SQL,
  sql,
  sum,
} from 'drizzle-orm'
export { backup, backupInto, backupsIn } from './backup.ts'
export { alias, union, unionAll } from './columns.ts'
export { type DrillReport, drillRestore } from './drill.ts'
export type { Erased } from './erased-since.ts'
export { noteErased } from './erasure-journal.ts'
export { faultOf } from './fault.ts'
export { inList } from './in-list.ts'
export { insertMany } from './insert-many.ts'
export { migrate } from './migrate.ts'
export { restore } from './restore.ts'
export * from './schema/index.ts'
export { sealAgain } from './seal-again.ts'
export { openStore, type Reader, type Store, type Tx } from './store.ts'
export { plainly, StoreUnavailable } from './unavailable.ts'
export { type Examination, examine, type Finding, verify } from './verify/index.ts'
