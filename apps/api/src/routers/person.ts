import {
  addIdentifier,
  audiences,
  careerLine,
  editProfile,
  endPause,
  hidePrevious,
  myNames,
  myPause,
  myProfile,
  profileOf,
  rename,
  setAudience,
  setUp,
  startPause,
  viewAs,
} from '@wirearchy/domain/person'
import {
  AddIdentifier,
  EditProfile,
  EndPause,
  HidePrevious,
  PersonRef,
  Rename,
  SetAudience,
  SetUp,
  StartPause,
  ViewAs,
} from '@wirearchy/domain/person/input'
import { member, router } from '../trpc.ts'

/** A person as they say who they are, and who may read it. */
export const person = router({
  mine: member.query(({ ctx }) => myProfile(ctx)),
  profile: member.input(PersonRef).query(({ ctx, input }) => profileOf(ctx, input)),
  careerLine: member.input(PersonRef).query(({ ctx, input }) => careerLine(ctx, input)),
  viewAs: member.input(ViewAs).query(({ ctx, input }) => viewAs(ctx, input)),
  names: member.query(({ ctx }) => myNames(ctx)),
  pause: member.query(({ ctx }) => myPause(ctx)),
  audiences: member.query(({ ctx }) => audiences(ctx)),
  setUp: member.input(SetUp).mutation(({ ctx, input }) => setUp(ctx, input)),
  edit: member.input(EditProfile).mutation(({ ctx, input }) => editProfile(ctx, input)),
  rename: member.input(Rename).mutation(({ ctx, input }) => rename(ctx, input)),
  hidePrevious: member.input(HidePrevious).mutation(({ ctx, input }) => hidePrevious(ctx, input)),
  setAudience: member.input(SetAudience).mutation(({ ctx, input }) => setAudience(ctx, input)),
  startPause: member.input(StartPause).mutation(({ ctx, input }) => startPause(ctx, input)),
  endPause: member.input(EndPause).mutation(({ ctx, input }) => endPause(ctx, input)),
  addIdentifier: member.input(AddIdentifier).mutation(({ ctx, input }) => addIdentifier(ctx, input)),
})
