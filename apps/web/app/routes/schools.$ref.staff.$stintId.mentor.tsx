import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PairsPromise } from '~/mentoring/promise.tsx'
import { GiveMentorForm } from '~/moving/give-mentor-form.tsx'
import { warnOfAssessor } from '~/moving/mentor-warning.server.ts'
import { staffLine } from '~/moving/staff-line.server.ts'
import { KINDS, labelOf, rolesIn } from '~/moving/words.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Give a mentor', args.data?.school.name ?? 'Schools')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return staffLine(args)
}

export async function action(args: ActionFunctionArgs) {
  const { ref, stintId: menteeStintId = '' } = args.params
  return attempt(args, async (raw, { aside }) => {
    if (aside.nobodyElse !== 'yes') await warnOfAssessor(args, raw.mentorStintId)
    const { stint } = args.context.api
    await stint.startMentorship({ ...raw, menteeStintId } as Parameters<typeof stint.startMentorship>[0])
    return redirectWith(args, `/schools/${ref}/staff`, {
      text: 'They are mentor and mentee. Both have a notice.',
    })
  })
}

export default function Mentor() {
  const { school, line, lines } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const colleagues = lines
    .filter(({ personId }) => personId !== line.personId)
    .map(({ stintId, name, role, kind }) => {
      const as = labelOf(rolesIn(school.nation), role) || labelOf(KINDS, kind)
      return { stintId, name, as }
    })
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>A mentor for {line.name}</h1>
      <PairsPromise />
      <p>You see one word about the two, such as “met” or “quiet”. It ends with their stay here.</p>
      <GiveMentorForm colleagues={colleagues} result={result} />
      <p>
        <Link to={`/schools/${school.id}/staff`}>Back to the staff</Link>
      </p>
    </div>
  )
}
