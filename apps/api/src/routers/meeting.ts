import { router } from '../trpc.ts'

/** When a pair meets, calendars, and how it goes. */
export const meeting = router({})
