import { inList, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { blockedWith } from '@wirearchy/domain/visibility'
import { ledProgramme, type Programme } from './find.ts'
import type { RunRef } from './input.ts'
import { changedSince, type PairRow, pairsOf, runOf } from './runs.ts'
import { figuresShown } from './small.ts'
import { whoIsIn } from './who-is-in.ts'

/** What a lead reads of why two people suit: not whom they know. */
const FOR_LEADS = ['subject', 'phase', 'town', 'no_candidates', 'all_places_taken', 'by_hand']

/** One line of a run, as its lead reads it. No line says what anybody wished for. */
export interface RunLine {
  menteeId: string
  mentee: string
  mentorId: string | null
  mentor: string | null
  reasons: string[]
  isLocked: boolean
  override: string | null
}

/** A run to look at before it is published, and as history after. */
export async function runPage(ctx: MemberCtx, { programmeId, no }: RunRef) {
  const { read } = ctx.store
  const programme = await ledProgramme(read, ctx, programmeId)
  const run = await runOf(read, programme, no)
  const pairs = await pairsOf(read, run)
  const isOpen = programme.state !== 'published' && programme.state !== 'closed'
  const lines = await linesFor(ctx, pairs)
  return {
    programme: {
      id: programme.id,
      name: programme.name,
      state: programme.state,
      startsOn: ahead(ctx, programme),
    },
    ...{ no, createdAt: run.createdAt, isOpen, isPublished: programme.publishedRunId === run.id },
    figures: figuresShown(run.figures, pairs),
    ...{ lines, notShown: pairs.length - lines.length },
    since: isOpen ? changedSince(await numbersIn(ctx, programmeId), pairs) : { left: 0, joined: 0 },
  }
}

/** The first day of a programme, while it is to come. */
const ahead = ({ today }: MemberCtx, { startsOn }: Programme) => ((startsOn ?? '') > today ? startsOn : null)

async function numbersIn({ store }: MemberCtx, programmeId: string) {
  const joined = await whoIsIn(store.read, programmeId)
  const side = (which: 'mentor' | 'mentee') =>
    new Map(joined.filter((one) => one.side === which).map(({ personId }, at) => [personId, at]))
  return { mentees: side('mentee'), mentors: side('mentor') }
}

/** Lines with names, but for pairs of whom one and the lead keep each other out. */
export async function linesFor({ store, viewer }: MemberCtx, pairs: PairRow[]): Promise<RunLine[]> {
  const ids = [
    ...new Set(pairs.flatMap(({ menteeId, mentorId }) => (mentorId ? [menteeId, mentorId] : [menteeId]))),
  ]
  const found = await store.read.rows<{ id: string; name: string }>(sql`
    select id, display_name as name from people
    where id in (${inList(ids)}) and id not in (${blockedWith(viewer)})`)
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return pairs
    .filter(({ menteeId, mentorId }) => names.has(menteeId) && (mentorId === null || names.has(mentorId)))
    .map(({ menteeId, mentorId, reasons, isLocked, override }) => ({
      ...{ menteeId, mentee: names.get(menteeId) ?? '', mentorId, mentor: names.get(mentorId ?? '') ?? null },
      ...{ reasons: reasons.filter((reason) => FOR_LEADS.includes(reason)), isLocked, override },
    }))
}
