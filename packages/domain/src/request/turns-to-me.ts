import {
  and,
  desc,
  eq,
  inArray,
  isNotNull,
  mentoringAsks,
  mentoringRequests,
  type SQL,
  sql,
} from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { keptApartFrom } from '@wirearchy/domain/mentoring'
import { blockedWith } from '@wirearchy/domain/visibility'
import { deadlineFor } from './look.ts'
import { type AskRow, isHeld } from './rows.ts'
import type { ToMe } from './to-me.ts'
import { aboutIt, askerAs } from './who.ts'

const MOST = 100

/** A request with the viewer's turn in it. */
export type MyTurn = ToMe & { ask: AskRow }

/**
 * Every turn that the viewer has or had as a mentor, latest first; without those of whom either keeps out, and, while a
 * request is open, of whom either keeps apart.
 * @param only turns in these states alone
 */
export async function turnsToMe(
  { store: { read }, viewer }: MemberCtx,
  only?: AskRow['state'][],
): Promise<MyTurn[]> {
  const mine = and(eq(mentoringAsks.mentorId, viewer), isNotNull(mentoringAsks.askedAt))
  const rows = await read
    .select({ ask: mentoringAsks, request: mentoringRequests })
    .from(mentoringAsks)
    .innerJoin(mentoringRequests, eq(mentoringRequests.id, mentoringAsks.requestId))
    .where(only ? and(mine, inArray(mentoringAsks.state, only)) : mine)
    .orderBy(desc(mentoringAsks.askedAt), desc(mentoringAsks.id))
    .limit(MOST)
  const among = async (kept: SQL) =>
    new Set(
      (await read.rows<{ id: string }>(sql`select * from (${kept}) kept`)).map(
        (row) => Object.values(row)[0],
      ),
    )
  const [blocked, apart] = [await among(blockedWith(viewer)), await among(keptApartFrom(viewer))]
  return rows.filter(
    ({ request: { askerId, state } }) => !blocked.has(askerId) && !(state === 'open' && apart.has(askerId)),
  )
}

/** A request as it stands in the mentor's list. */
export async function lineOf(ctx: MemberCtx, one: ToMe) {
  const { request, ask } = one
  const waitsFor = ask?.state === 'question' ? request.askerId : ctx.viewer
  const deadline =
    ask && isHeld(ask) && ask.dueOn ? await deadlineFor(ctx.store.read, ctx, ask.dueOn, waitsFor) : null
  return {
    ...aboutIt(request),
    ...(await askerAs(ctx, one)),
    ...{ state: ask?.state ?? ('listed' as const), deadline },
    mentorshipId: ask?.state === 'accepted' ? request.mentorshipId : null,
  }
}
