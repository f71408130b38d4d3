/** What every slice of the network shares: who asks, refusals, days, ids and folded names. */
export * from './as-of.ts'
export * from './context.ts'
export * from './day.ts'
export * from './fold.ts'
export * from './group-by.ts'
export * from './id.ts'
export * from './problem.ts'
