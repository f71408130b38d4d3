import { MentorshipId } from '@wirearchy/domain/mentoring/input'
import {
  addGoal,
  addNote,
  agree,
  closeGoal,
  editNote,
  finishMentoring,
  finishStep,
  myNote,
  notes,
  removeNote,
  saveAgreement,
  setStep,
  spaceOf,
} from '@wirearchy/domain/space'
import {
  AddGoal,
  AddNote,
  Agree,
  CloseGoal,
  EditNote,
  Finish,
  FinishStep,
  NoteRef,
  Notes,
  SaveAgreement,
  SetStep,
} from '@wirearchy/domain/space/input'
import { member, router } from '../trpc.ts'

/** What a pair makes of their mentoring, for the two alone. */
export const space = router({
  of: member.input(MentorshipId).query(({ ctx, input }) => spaceOf(ctx, input)),
  saveAgreement: member.input(SaveAgreement).mutation(({ ctx, input }) => saveAgreement(ctx, input)),
  agree: member.input(Agree).mutation(({ ctx, input }) => agree(ctx, input)),
  addGoal: member.input(AddGoal).mutation(({ ctx, input }) => addGoal(ctx, input)),
  closeGoal: member.input(CloseGoal).mutation(({ ctx, input }) => closeGoal(ctx, input)),
  setStep: member.input(SetStep).mutation(({ ctx, input }) => setStep(ctx, input)),
  finishStep: member.input(FinishStep).mutation(({ ctx, input }) => finishStep(ctx, input)),
  notes: member.input(Notes).query(({ ctx, input }) => notes(ctx, input)),
  note: member.input(NoteRef).query(({ ctx, input }) => myNote(ctx, input)),
  addNote: member.input(AddNote).mutation(({ ctx, input }) => addNote(ctx, input)),
  editNote: member.input(EditNote).mutation(({ ctx, input }) => editNote(ctx, input)),
  removeNote: member.input(NoteRef).mutation(({ ctx, input }) => removeNote(ctx, input)),
  finish: member.input(Finish).mutation(({ ctx, input }) => finishMentoring(ctx, input)),
})
