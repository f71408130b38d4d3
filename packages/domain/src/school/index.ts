/** Schools: the official register read in, found by name, town, postcode or URN, and shown. */
export type { ImportResult, Progress, Stage, ToldRow } from './import/result.ts'
export { type ImportSchools, importSchools } from './import-schools.ts'
export { proposeSchool } from './propose-school.ts'
export { schoolByRef } from './school-by-ref.ts'
export { type SchoolFacts, schoolPage } from './school-page.ts'
export { type SchoolHit, searchSchools } from './search-schools.ts'
export { type SpecialKind, specialSchool } from './special-school.ts'
