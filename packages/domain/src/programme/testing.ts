/** The matching as numbers and made markets for it, for whoever measures it. */
export { candidates } from './match/candidates.ts'
export { check } from './match/check.ts'
export { type Lists, listsOf, type Market } from './match/market.ts'
export { match } from './match/match.ts'
export { madePool } from './match/testing/made-pool.ts'
export { large, numbers } from './match/testing/markets.ts'
