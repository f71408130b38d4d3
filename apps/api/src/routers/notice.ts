import { Nothing } from '@wirearchy/domain/account/input'
import { notices, readNotices } from '@wirearchy/domain/job'
import { member, router } from '../trpc.ts'

/** What somebody should know. */
export const notice = router({
  list: member.query(({ ctx }) => notices(ctx)),
  read: member.input(Nothing).mutation(({ ctx }) => readNotices(ctx)),
})
