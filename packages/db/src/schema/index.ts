/** The one schema. Every table of the product, in the order its rows can be written. */
export * from './accounts.ts'
export * from './groups.ts'
export * from './ledger.ts'
export * from './merges.ts'
export * from './people.ts'
export * from './schools.ts'
export * from './stints.ts'
export * from './ties.ts'
