import { eq, noticeChoices, quietHours, type Reader } from '@wirearchy/db'
import { type Nation, nationOf, type Quiet, USUAL_QUIET } from '@wirearchy/domain/calendar'
import { type Pace, POST, POSTS, type Post, postOf } from './kinds.ts'

/** When somebody is not to be written to, and when their bundle comes. Day 1 is Monday. */
export interface Hours extends Quiet {
  digestMinute: number
  digestDay: number
}

/** How somebody wants to be written to, as it holds now. */
export interface Wishes {
  paces: Record<Post, Pace>
  hours: Hours
  nation: Nation
}

const USUAL_HOURS: Hours = { ...USUAL_QUIET, digestMinute: 450, digestDay: 1 }

/** What somebody chose, and for all they did not choose, what is usual. */
export async function wishesOf(read: Pick<Reader, 'select' | 'rows'>, personId: string): Promise<Wishes> {
  const chosen = await read.select().from(noticeChoices).where(eq(noticeChoices.personId, personId))
  const paceOf = (post: Post) => chosen.find(({ kind }) => kind === post)?.pace ?? POST[post].usual
  const [row] = await read.select().from(quietHours).where(eq(quietHours.personId, personId))
  return {
    paces: Object.fromEntries(POSTS.map((post) => [post, paceOf(post)])) as Record<Post, Pace>,
    hours: row ?? USUAL_HOURS,
    nation: await nationOf(read, personId),
  }
}

/** How soon a letter may go to somebody with these wishes. */
export function paceOf({ paces }: Wishes, letterKind: string): Pace | 'essential' {
  const post = postOf(letterKind)
  return post === 'essential' ? post : paces[post]
}
