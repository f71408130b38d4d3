import { block, myBlocks, unblock, whom } from '@wirearchy/domain/safety'
import { Block } from '@wirearchy/domain/safety/input'
import { member, router } from '../trpc.ts'

/** Keeping people safe from each other. */
export const safety = router({
  myBlocks: member.query(({ ctx }) => myBlocks(ctx)),
  whom: member.input(Block).query(({ ctx, input }) => whom(ctx, input)),
  block: member.input(Block).mutation(({ ctx, input }) => block(ctx, input)),
  unblock: member.input(Block).mutation(({ ctx, input }) => unblock(ctx, input)),
})
