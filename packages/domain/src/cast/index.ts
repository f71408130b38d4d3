/** The cast: named people whom the demo, the documents and the tests share, and worlds made from a seed. */
export { CAST, type Part, type PartKey } from './cast.ts'
export { clock, demoCast, setClock, signInAs } from './demo.ts'
export { outbox } from './outbox.ts'
export { schoolsFile, seedDemo } from './seed-demo.ts'
export { seedProfession } from './seed-profession.ts'
