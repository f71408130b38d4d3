import { Nothing } from '@wirearchy/domain/account/input'
import {
  addHours,
  apart,
  closeOffer,
  keepApart,
  liftApart,
  myMentoring,
  myOffer,
  pauseOffer,
  removeHours,
  resumeOffer,
  saveOffer,
  suggest,
  typicalWait,
} from '@wirearchy/domain/mentoring'
import {
  AddHours,
  HoursRef,
  KeepApart,
  KeptApartRef,
  PauseOffer,
  SaveOffer,
  Suggest,
  TypicalWait,
} from '@wirearchy/domain/mentoring/input'
import { member, router } from '../trpc.ts'

/** What somebody offers, and whom somebody may ask. */
export const mentoring = router({
  mine: member.query(({ ctx }) => myMentoring(ctx)),
  offer: member.query(({ ctx }) => myOffer(ctx)),
  saveOffer: member.input(SaveOffer).mutation(({ ctx, input }) => saveOffer(ctx, input)),
  pauseOffer: member.input(PauseOffer).mutation(({ ctx, input }) => pauseOffer(ctx, input)),
  resumeOffer: member.input(Nothing).mutation(({ ctx }) => resumeOffer(ctx)),
  closeOffer: member.input(Nothing).mutation(({ ctx }) => closeOffer(ctx)),
  addHours: member.input(AddHours).mutation(({ ctx, input }) => addHours(ctx, input)),
  removeHours: member.input(HoursRef).mutation(({ ctx, input }) => removeHours(ctx, input)),
  apart: member.query(({ ctx }) => apart(ctx)),
  keepApart: member.input(KeepApart).mutation(({ ctx, input }) => keepApart(ctx, input)),
  liftApart: member.input(KeptApartRef).mutation(({ ctx, input }) => liftApart(ctx, input)),
  suggest: member.input(Suggest).query(({ ctx, input }) => suggest(ctx, input)),
  typicalWait: member.input(TypicalWait).query(({ ctx, input }) => typicalWait(ctx, input)),
})
