import {
  board,
  boardFile,
  myBoards,
  nudgePairs,
  nudgesToMe,
  thingsForMe,
  waits,
} from '@wirearchy/domain/coordination'
import { BoardFile, BoardPage, NudgePairs } from '@wirearchy/domain/coordination/input'
import { MentorshipId } from '@wirearchy/domain/mentoring/input'
import { member, router } from '../trpc.ts'

/** What whoever runs a programme sees of its pairs: states, never words. */
export const coordination = router({
  mine: member.query(({ ctx }) => myBoards(ctx)),
  board: member.input(BoardPage).query(({ ctx, input }) => board(ctx, input)),
  file: member.input(BoardFile).query(({ ctx, input }) => boardFile(ctx, input)),
  waits: member.query(({ ctx }) => waits(ctx)),
  things: member.query(({ ctx }) => thingsForMe(ctx)),
  nudgesToMe: member.input(MentorshipId).query(({ ctx, input }) => nudgesToMe(ctx, input)),
  nudge: member.input(NudgePairs).mutation(({ ctx, input }) => nudgePairs(ctx, input)),
})
