import type { MemberCtx } from '@wirearchy/domain'
import { countNotices, notices } from '@wirearchy/domain/job'
import type { Centre } from './input.ts'
import { POST, POSTS, type Post, postOfNotice } from './kinds.ts'

/**
 * What the viewer should know, what is new first, with how much of it is about each kind of thing. Both count only what
 * is about people in sight.
 */
export async function centre(ctx: MemberCtx, { about }: Centre) {
  const counts = await countNotices(ctx)
  const under = (post: Post) => counts.filter(({ kind }) => postOfNotice(kind) === post)
  const posts = POSTS.map((post) => ({
    post,
    name: POST[post].name,
    all: sum(under(post).map(({ all }) => all)),
    unread: sum(under(post).map(({ unread }) => unread)),
  }))
  const kinds = about ? under(about).map(({ kind }) => kind) : undefined
  return {
    notices: await notices(ctx, kinds),
    posts: posts.filter(({ all }) => all > 0),
    unread: sum(counts.map(({ unread }) => unread)),
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0)
