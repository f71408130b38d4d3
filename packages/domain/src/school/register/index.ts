/** Reading the official registers of schools: GIAS's establishment files of every vintage, and other nations' lists. */
export { checkRegister, type ReadRow, readRegister } from './read.ts'
export { REGISTER_SCHEMES, REGISTERS, type Register, type Scheme } from './registers.ts'
export { type EstablishmentRow, type Kept, type Refusal, untoldColumns } from './row.ts'
export type { Shape } from './shape.ts'
export { isOpen, type RegisterStatus } from './status.ts'
export { type Survey, survey } from './survey.ts'
