import { Nothing } from '@wirearchy/domain/account/input'
import { notices, readNotices } from '@wirearchy/domain/job'
import {
  centre,
  choosePaces,
  myPost,
  seeUnsubscribe,
  setQuietHours,
  unsubscribe,
} from '@wirearchy/domain/notice'
import { Centre, ChoosePaces, LetterToken, SetQuietHours, Unsubscribe } from '@wirearchy/domain/notice/input'
import { look, press } from '@wirearchy/domain/one-tap'
import { door, member, open, router } from '../trpc.ts'

/** What somebody should know, how soon they hear of it, and what can be done from a letter without signing in. */
export const notice = router({
  list: member.query(({ ctx }) => notices(ctx)),
  centre: member.input(Centre).query(({ ctx, input }) => centre(ctx, input)),
  read: member.input(Nothing).mutation(({ ctx }) => readNotices(ctx)),
  post: member.query(({ ctx }) => myPost(ctx)),
  choosePaces: member.input(ChoosePaces).mutation(({ ctx, input }) => choosePaces(ctx, input)),
  setQuietHours: member.input(SetQuietHours).mutation(({ ctx, input }) => setQuietHours(ctx, input)),
  look: open.input(LetterToken).query(({ ctx, input }) => look(ctx, input)),
  press: door.input(LetterToken).mutation(({ ctx, input }) => press(ctx, input)),
  seeUnsubscribe: open.input(LetterToken).query(({ ctx, input }) => seeUnsubscribe(ctx, input)),
  unsubscribe: door.input(Unsubscribe).mutation(({ ctx, input }) => unsubscribe(ctx, input)),
})
