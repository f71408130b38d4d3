import { router } from '../trpc.ts'

/** What whoever runs a programme sees of its pairs: states, never words. */
export const coordination = router({})
