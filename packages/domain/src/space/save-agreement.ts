import { agreements, eq, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { tell } from '@wirearchy/domain/notice'
import { type AgreementRow, latestAgreement, yesOf } from './agreement.ts'
import { agreementLetter } from './emails.ts'
import type { SaveAgreement } from './input.ts'
import { nameOf } from './name-of.ts'
import { note, type Writing, writing } from './write.ts'

/**
 * One of a pair writes down what the two agree on, and says yes to it by that. Other words make the other's yes lapse.
 * @throws Problem conflict when the other changed it since this version was read: nothing is overwritten
 */
export const saveAgreement = (ctx: MemberCtx, input: SaveAgreement): Promise<{ rev: number }> =>
  ctx.store.tx(async (tx) => {
    const at = await writing(tx, ctx, input.mentorshipId)
    const before = await latestAgreement(tx, at.pair)
    if (input.rev !== (before?.rev ?? 0))
      throw new Problem(
        'conflict',
        'They changed the agreement while you were writing. Both are below: yours is still in the form.',
        { field: 'aims' },
      )
    const isOther = !before || !isSame(before, input)
    const rev = (before?.rev ?? 0) + (isOther ? 1 : 0)
    await write(tx, ctx, at, before, { ...words(input), rev }, isOther)
    if (isOther) await tellOther(tx, ctx, at)
    return { rev }
  })

const words = ({ aims, rhythm, stopping }: Pick<AgreementRow, 'aims' | 'rhythm' | 'stopping'>) => ({
  ...{ aims, rhythm, stopping },
})

const isSame = (one: AgreementRow, other: SaveAgreement) =>
  JSON.stringify(words(one)) === JSON.stringify(words(other))

/** The agreement stands with the chapter that goes on; a chapter without one takes over the latest. */
async function write(
  tx: Tx,
  ctx: MemberCtx,
  at: Writing,
  before: AgreementRow | null,
  terms: ReturnType<typeof words> & { rev: number },
  isOther: boolean,
) {
  const { mine, theirs } = yesOf(at.pair.side)
  const yes = { [mine]: ctx.now, [theirs]: isOther ? null : (before?.[theirs] ?? null) }
  const row = { ...terms, ...yes, updatedAt: ctx.now }
  const mentorshipId = at.chapter.id
  await tx
    .insert(agreements)
    .values({ mentorshipId, createdAt: ctx.now, ...row })
    .onConflictDoNothing()
  await tx.update(agreements).set(row).where(eq(agreements.mentorshipId, mentorshipId))
  await note(tx, ctx, at, isOther ? 'agreement.changed' : 'agreement.agreed', {})
}

async function tellOther(tx: Tx, ctx: MemberCtx, { pair, chapter }: Writing) {
  const letter = agreementLetter(ctx, await nameOf(tx, ctx.viewer), chapter.id)
  const about = { personId: pair.otherId, aboutPersonId: ctx.viewer, refs: { mentorship: chapter.id } }
  await tell(tx, ctx, [{ ...about, kind: 'agreement.changed', letter }])
}
