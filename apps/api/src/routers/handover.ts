import { router } from '../trpc.ts'

/** What goes on when a move ends a school’s mentoring. */
export const handover = router({})
