import { router } from '../trpc.ts'

/** Asking for support, and answering. */
export const request = router({})
