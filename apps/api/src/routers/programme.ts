import { router } from '../trpc.ts'

/** A group’s or a school’s mentoring, matched in one go. */
export const programme = router({})
