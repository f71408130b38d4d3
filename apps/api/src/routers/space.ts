import { router } from '../trpc.ts'

/** What a pair makes of their mentoring, for the two alone. */
export const space = router({})
