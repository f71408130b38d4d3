import type { ActionFunctionArgs } from '@remix-run/node'
import { labelOf, rolesIn } from './words.ts'

/** Who in a school assesses or manages new teachers, as a rule. */
const ASSESS = ['induction_lead', 'leader']

/**
 * A mentor does not assess whom they mentor: before a lead gives somebody who may, the page says so once.
 * @throws a refusal beside the box that says there is nobody else
 */
export async function warnOfAssessor({ params, context }: ActionFunctionArgs, mentorStintId: unknown) {
  const { school, lines } = await context.api.stint.staff({ ref: params.ref ?? '' })
  const mentor = lines.find(({ stintId }) => stintId === mentorStintId)
  if (!mentor?.role || !ASSESS.includes(mentor.role)) return
  const role = labelOf(rolesIn(school.nation), mentor.role).toLowerCase()
  const message = `${mentor.name} is here as ${role}. A mentor does not assess the person they mentor: choose somebody else, or say that there is nobody.`
  throw Object.assign(new Error(message), { issues: [{ path: ['_nobodyElse'], message }] })
}
