/** For tests and benchmarks: the index's questions answered the slow, plain way. */
export { Oracle } from './testing/oracle.ts'
export type { Rows } from './testing/rows.ts'
