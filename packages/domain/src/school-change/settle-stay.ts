import type { Tx } from '@wirearchy/db'
import { type Ctx, type Day, dayAfter, dayBefore, Problem } from '@wirearchy/domain'
import { presentSchools } from '@wirearchy/domain/school'
import { type Answer, answerForStay } from '@wirearchy/domain/stint'
import type { SettleStay } from './input.ts'
import { type UnsettledStay, unsettledStays } from './unsettled-stays.ts'

interface Settled extends Pick<SettleStay, 'stintId' | 'answer'> {
  personId: string
  on?: Day | undefined
}

/**
 * A person says where they are now that their school has changed. Their word is theirs: no later link moves them. At
 * a school that the register names, the stay goes on as it was; who was near them there is from its first day.
 * Runs in the caller's transaction; the person's turn is taken here.
 * @returns the stay they have now, or null when they are at none
 * @throws Problem not_found for a stay of which nothing is asked · bad_input beside a day that cannot be
 */
export async function settleStay(
  tx: Tx,
  ctx: Ctx,
  { personId, stintId, answer, on }: Settled,
): Promise<{ stintId: string | null }> {
  const asked = (await unsettledStays(tx, personId, ctx.today)).find((stay) => stay.stintId === stintId)
  if (!asked) throw Problem.notFound()
  const said = await answered(tx, ctx, asked, answer, on)
  return answerForStay(tx, ctx, { personId, stintId, schoolChangeId: asked.changeId, ...said })
}

async function answered(
  tx: Tx,
  ctx: Ctx,
  asked: UnsettledStay,
  answer: SettleStay['answer'],
  on: Day | undefined,
): Promise<Answer> {
  if (answer === 'still_open') return { isStillThere: true }
  if ('leftOn' in answer) return { leftOn: checked(ctx, asked, answer.leftOn, 'leftOn') }
  const schoolId = (await presentSchools(tx, [answer.schoolId])).get(answer.schoolId) ?? answer.schoolId
  if (schoolId === asked.schoolId) return { isStillThere: true }
  const startedOn = on ?? dayAfter(asked.lastDay)
  if (startedOn <= asked.startedOn)
    throw new Problem('bad_input', `That is before your time at ${asked.schoolName} began. Check the day.`, {
      field: 'on',
    })
  const leftOn = startedOn <= asked.lastDay ? dayBefore(startedOn) : asked.lastDay
  const isNamed = asked.candidates.some((candidate) => candidate.schoolId === schoolId)
  return { leftOn, next: { schoolId, startedOn: checked(ctx, asked, startedOn, 'on'), isNamed } }
}

function checked({ today }: Ctx, { startedOn, schoolName }: UnsettledStay, day: Day, field: string): Day {
  if (day < startedOn)
    throw new Problem('bad_input', `That is before your time at ${schoolName} began. Check the day.`, {
      field,
    })
  if (day > today)
    throw new Problem(
      'bad_input',
      'That day is still to come. If you are moving, tell us so under “I’m moving”.',
      { field },
    )
  return day
}
