import { and, eq, isNull, programmeFixes, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { placeOf, takeProgramme } from './find.ts'
import type { AddFix } from './input.ts'

const bad = (sentence: string, field: string) => new Problem('bad_input', sentence, { field })

/**
 * A lead holds two people together in every run from now on, or rules them out. What one says takes the place of what
 * was said of the two before; holding somebody for another mentor ends the first hold.
 * @throws Problem not_found for somebody who is not in it on that side · bad_input when the mentor has no place for one more
 */
export const addFix = (ctx: MemberCtx, { programmeId, menteeId, mentorId, does, why, reason }: AddFix) =>
  ctx.store.tx(async (tx) => {
    await takeProgramme(tx, ctx, programmeId)
    if (menteeId === mentorId) throw bad('Choose two people.', 'mentorId')
    const mentee = await placeOf(tx, programmeId, menteeId, 'mentee')
    const mentor = await placeOf(tx, programmeId, mentorId, 'mentor')
    if (!mentee || !mentor) throw Problem.notFound()
    await lift(tx, ctx, { programmeId, menteeId, ...(does === 'bar' ? { mentorId } : {}) }, does)
    await lift(tx, ctx, { programmeId, menteeId, mentorId }, does === 'bar' ? 'lock' : 'bar')
    if (does === 'lock' && (await held(tx, programmeId, mentorId)) >= mentor.places)
      throw bad('Every place of this mentor is held for somebody. Let one go first.', 'mentorId')
    const id = newId(ctx.now)
    const row = { id, programmeId, menteeId, mentorId, does, why: does === 'bar' ? (why ?? 'other') : null }
    await tx.insert(programmeFixes).values({ ...row, reason, byId: ctx.viewer, createdAt: ctx.now })
    const refs = { programme: programmeId, fix: id, mentor: mentorId }
    await record(tx, ctx, { type: 'programme.fixed', personId: menteeId, refs, after: { does } })
    return { fixId: id }
  })

interface Whose {
  programmeId: string
  menteeId: string
  mentorId?: string
}

const lift = (tx: Tx, ctx: MemberCtx, { programmeId, menteeId, mentorId }: Whose, does: 'bar' | 'lock') =>
  tx
    .update(programmeFixes)
    .set({ liftedAt: ctx.now })
    .where(
      and(
        eq(programmeFixes.programmeId, programmeId),
        eq(programmeFixes.menteeId, menteeId),
        mentorId ? eq(programmeFixes.mentorId, mentorId) : undefined,
        eq(programmeFixes.does, does),
        isNull(programmeFixes.liftedAt),
      ),
    )

const held = (tx: Tx, programmeId: string, mentorId: string) =>
  tx.$count(
    programmeFixes,
    and(
      eq(programmeFixes.programmeId, programmeId),
      eq(programmeFixes.mentorId, mentorId),
      eq(programmeFixes.does, 'lock'),
      isNull(programmeFixes.liftedAt),
    ),
  )
