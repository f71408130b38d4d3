import { eq, stints, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { schoolByRef } from '@wirearchy/domain/school'
import { settleStay } from '@wirearchy/domain/school-change'
import { putElsewhere } from '@wirearchy/domain/stint'
import type { AnswerWhichSchool } from './input.ts'
import { type AskedStay, whichSchool } from './which-school.ts'

export interface AnsweredSchool {
  /** The stay I have now; null when I am at none. */
  stintId: string | null
}

/**
 * Where I am now that my school has changed. My people stay my people, whatever I answer; colleagues of a school I
 * choose are near me from its first day and not before.
 * @throws Problem not_found for a stay of which nothing is asked · bad_input beside what is missing
 */
export async function answerWhichSchool(ctx: MemberCtx, input: AnswerWhichSchool): Promise<AnsweredSchool> {
  const asked = (await whichSchool(ctx)).find(({ stintId }) => stintId === input.stintId)
  if (!asked) throw Problem.notFound()
  if (asked.what === 'unknown') return theOneMeant(ctx, asked, await chosen(ctx, input))
  const schoolId = input.answer === 'school' ? await chosen(ctx, input) : null
  const answer = schoolId ? { schoolId } : input.answer === 'left' ? leftOn(input) : ('still_open' as const)
  return ctx.store.tx((tx) =>
    settleStay(tx, ctx, { personId: ctx.viewer, stintId: asked.stintId, answer, on: input.on }),
  )
}

async function chosen(ctx: MemberCtx, { schoolId }: AnswerWhichSchool): Promise<string> {
  if (!schoolId) throw new Problem('bad_input', 'Choose the school from the list.', { field: 'school' })
  return (await schoolByRef(ctx, schoolId)).id
}

function leftOn({ leftOn }: AnswerWhichSchool) {
  if (!leftOn) throw new Problem('bad_input', 'Enter your last day there.', { field: 'leftOn' })
  return { leftOn }
}

/** The name I wrote stood for this school all along: my stay is there, on the same days. */
function theOneMeant(ctx: MemberCtx, { stintId }: AskedStay, toSchoolId: string): Promise<AnsweredSchool> {
  return ctx.store.tx(async (tx) => {
    const [was] = await tx.select().from(stints).where(eq(stints.id, stintId))
    if (!was) throw Problem.notFound()
    await putElsewhere(tx, ctx, { fromSchoolId: was.schoolId, toSchoolId, personId: ctx.viewer })
    return { stintId: await stayThere(tx, ctx.viewer, toSchoolId) }
  })
}

async function stayThere(tx: Tx, personId: string, schoolId: string): Promise<string | null> {
  const rows = await tx.select().from(stints).where(eq(stints.personId, personId))
  const there = rows.filter((row) => row.schoolId === schoolId && row.voidedAt === null)
  return there.at(-1)?.id ?? null
}
