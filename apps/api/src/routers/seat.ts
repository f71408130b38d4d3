import {
  checkImport,
  claimSeat,
  confirmImport,
  failedRows,
  importPage,
  inviteSeats,
  mySeats,
  seats,
  voidSeat,
} from '@wirearchy/domain/seat'
import {
  CheckImport,
  ClaimSeat,
  GroupSeats,
  ImportPage,
  ImportRef,
  InviteSeats,
  SeatRef,
} from '@wirearchy/domain/seat/input'
import { member, router } from '../trpc.ts'

/** Places in training groups kept for people who are not here yet. */
export const seat = router({
  list: member.input(GroupSeats).query(({ ctx, input }) => seats(ctx, input)),
  mine: member.query(({ ctx }) => mySeats(ctx)),
  importPage: member.input(ImportPage).query(({ ctx, input }) => importPage(ctx, input)),
  failedRows: member.input(ImportRef).query(({ ctx, input }) => failedRows(ctx, input)),
  checkImport: member.input(CheckImport).mutation(({ ctx, input }) => checkImport(ctx, input)),
  confirmImport: member.input(ImportRef).mutation(({ ctx, input }) => confirmImport(ctx, input)),
  claim: member.input(ClaimSeat).mutation(({ ctx, input }) => claimSeat(ctx, input)),
  invite: member.input(InviteSeats).mutation(({ ctx, input }) => inviteSeats(ctx, input)),
  void: member.input(SeatRef).mutation(({ ctx, input }) => voidSeat(ctx, input)),
})
