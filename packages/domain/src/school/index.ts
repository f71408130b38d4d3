/** Schools: the official register read in, found by name, town, postcode or URN, and shown. */

export type { ImportResult, Progress, Stage, ToldRow } from './import/result.ts'
export { type ImportSchools, importSchools } from './import-schools.ts'
