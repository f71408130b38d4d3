/** A made profession of any size, the same for the same seed: what benchmarks run on and `wirearchy seed profession` loads. */
export { OPEN, TODAY } from './days.ts'
export { digest } from './digest.ts'
export { makeProfession, type Profession, SEED } from './make.ts'
