import { eq, handovers, type Reader } from '@wirearchy/db'
import { isOver, type MemberCtx } from '@wirearchy/domain'
import { type Pair, pairOf } from '@wirearchy/domain/mentoring'
import type { MentorshipId } from '@wirearchy/domain/mentoring/input'
import { nameOf, openGoals } from '@wirearchy/domain/space'
import { endedByMove, nextAfter } from './chapters.ts'
import { namesFor } from './names.ts'
import { type Approved, approvedPages, isOpen } from './pages.ts'
import { wordsOf } from './words.ts'

/**
 * What is handed over between a pair: for the mentee the page to write, for all three the pages that may be read. A
 * draft is its mentee's alone.
 * @throws Problem not_found for whoever is none of the pair
 */
export async function handoverOf(ctx: MemberCtx, { mentorshipId }: MentorshipId) {
  const { read } = ctx.store
  const pair = await pairOf(read, ctx, mentorshipId)
  const pages = await approvedPages(read, ctx, pair)
  const seen = []
  for (const page of pages) seen.push(await pageSeen(read, ctx, page))
  const other = { id: pair.otherId, name: await nameOf(read, pair.otherId) }
  return { mentorshipId, side: pair.side, other, mine: await mineToWrite(read, ctx, pair), pages: seen }
}

async function pageSeen(read: Reader, ctx: MemberCtx, page: Approved) {
  const { row, ended, as, until } = page
  const names = await namesFor(read, ctx, page)
  return {
    ...{ id: row.id, as, text: row.text, approvedAt: row.approvedAt },
    ...{ mentee: names.mentee, mentor: names.mentor, next: names.next_mentor },
    ...{ openUntil: until, isOpen: isOpen(page, ctx.today), mentorshipId: ended.id },
    words: await wordsOf(read, page, names),
  }
}

/** The mentee's own page, written or still to write; null when no move ended a school's mentoring of this pair. */
async function mineToWrite(read: Reader, ctx: MemberCtx, pair: Pair) {
  const ended = pair.side === 'mentee' ? await endedByMove(read, ctx, pair) : null
  if (!ended) return null
  const [row] = await read.select().from(handovers).where(eq(handovers.mentorshipId, ended.id))
  const next = await nextAfter(read, ended)
  return {
    ...{ mentorshipId: ended.id, text: row?.text ?? null, rev: row?.rev ?? 0 },
    approvedAt: row?.approvedAt ?? null,
    mayApprove: isOver(ended, ctx.today),
    suggestion: row ? null : await suggestion(read, pair),
    next: next ? await nameOf(read, next.mentorId) : null,
  }
}

/** A first draft out of the goals that the two have open: nothing else of their space, and never a note. */
async function suggestion(read: Reader, pair: Pair): Promise<string> {
  const goals = await openGoals(read, pair)
  const lines = goals.map(({ text, next }) => (next ? `- ${text}. Next: ${next.text}` : `- ${text}`))
  const open = lines.length > 0 ? lines : ['- ']
  return [
    'What I am working on:',
    ...open,
    '',
    'What has helped:',
    '- ',
    '',
    'What I would like next:',
    '- ',
  ].join('\n')
}
