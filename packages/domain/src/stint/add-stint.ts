import type { Tx } from '@wirearchy/db'
import { type MemberCtx, overlaps, Problem } from '@wirearchy/domain'
import { adopt, liveStints } from './adopt.ts'
import { checkDays } from './days.ts'
import type { AddStint } from './input.ts'
import { nameOf, placeOf } from './place.ts'
import { reconcile } from './reconcile.ts'
import { say } from './say.ts'
import { takeTurn } from './take-turn.ts'

/**
 * One line of one's career. It counts at once on one's own page and for existing ties; others are told that they are
 * near only once the school, an import or a colleague of those days says so too. Several schools at once are
 * ordinary, and so are gaps.
 * @returns the new stay's id
 * @throws Problem bad_input for days that cannot be · conflict for days already in the story
 */
export async function addStint(ctx: MemberCtx, input: AddStint): Promise<{ stintId: string }> {
  checkDays(ctx, input.startedOn, input.finishedOn)
  const schoolId = await placeOf(ctx, input)
  if (!schoolId)
    throw new Problem('bad_input', 'Choose the school from the list, or write its name.', {
      field: 'school',
    })
  return ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx.viewer)
    return addIn(tx, ctx, input, schoolId)
  })
}

async function addIn(tx: Tx, ctx: MemberCtx, input: AddStint, schoolId: string) {
  await adopt(tx, ctx, ctx.viewer)
  await refuseTwice(tx, ctx.viewer, { ...input, schoolId })
  const { kind, role, pattern, startedOn, finishedOn } = input
  const shared = { personId: ctx.viewer, schoolId, kind, byAs: 'self' as const }
  const began = await say(tx, ctx, { ...shared, says: 'began', day: startedOn, role, pattern, besides: true })
  if (finishedOn) await say(tx, ctx, { ...shared, says: 'ended', day: finishedOn })
  const standing = await reconcile(tx, ctx, ctx.viewer, 'said_otherwise')
  const added = standing.find(({ stay }) => stay.words.includes(began))
  if (!added) throw new Error('A stay was not written.')
  return { stintId: added.row.id }
}

type Wanted = Pick<AddStint, 'kind' | 'startedOn' | 'finishedOn'> & { schoolId: string; except?: string }

/** @throws Problem conflict when some of these days at this school are in the story already */
export async function refuseTwice(tx: Tx, personId: string, wanted: Wanted) {
  const twice = (await liveStints(tx, personId)).find(
    (stint) =>
      stint.id !== wanted.except &&
      stint.schoolId === wanted.schoolId &&
      stint.kind === wanted.kind &&
      overlaps(stint, wanted),
  )
  if (!twice) return
  const school = await nameOf(tx, wanted.schoolId)
  throw new Problem(
    'conflict',
    `Some of these days at ${school} are in your story already. Correct that line instead.`,
    {
      field: 'startedOn',
    },
  )
}
