import { clock, demoCast, outbox, setClock, signInAs } from '@wirearchy/domain/cast'
import { OutboxPage, SetClock, SignInAs } from '@wirearchy/domain/cast/input'
import { keepSession } from '../keep-session.ts'
import { door, open, router } from '../trpc.ts'

/** The demo alone: anybody may be anybody. Elsewhere all of this is not found. */
export const demo = router({
  cast: open.query(({ ctx }) => demoCast(ctx)),
  signInAs: door
    .input(SignInAs)
    .mutation(async ({ ctx, input }) => keepSession(ctx, await signInAs(ctx, input))),
  outbox: open.input(OutboxPage).query(({ ctx, input }) => outbox(ctx, input)),
  clock: open.query(({ ctx }) => clock(ctx)),
  setClock: open.input(SetClock).mutation(({ ctx, input }) => setClock(ctx, input)),
})
