/** Reading the official register of schools: GIAS's establishment files, every vintage of them. */
export { checkRegister, type ReadRow, readRegister, type Shape } from './read.ts'
export type { EstablishmentRow, Refusal } from './row.ts'
export { isOpen, type RegisterStatus } from './status.ts'
export { type Survey, survey } from './survey.ts'
