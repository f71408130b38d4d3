import { and, eq, isNotNull, isNull, mails } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { POST, POSTS } from './kinds.ts'
import { wishesOf } from './wishes.ts'

/** How the viewer is written to: each kind of post with its pace, their quiet hours, and how many letters wait. */
export async function myPost(ctx: MemberCtx) {
  const { paces, hours, nation } = await wishesOf(ctx.store.read, ctx.viewer)
  const { isOn, startMinute, endMinute, weekends, holidays, digestMinute, digestDay } = hours
  return {
    posts: POSTS.map((post) => ({ post, ...POST[post], pace: paces[post] })),
    hours: { isOn, startMinute, endMinute, weekends, holidays, digestMinute, digestDay },
    nation,
    waiting: await waiting(ctx),
  }
}

const waiting = ({ store, viewer }: MemberCtx) =>
  store.read.$count(
    mails,
    and(eq(mails.personId, viewer), isNotNull(mails.heldAt), isNull(mails.sentAt), isNull(mails.droppedAt)),
  )
