import { router } from '../trpc.ts'

/** What somebody offers, and whom somebody may ask. */
export const mentoring = router({})
