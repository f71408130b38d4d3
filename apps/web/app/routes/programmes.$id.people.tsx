import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { AskIn } from '~/mentoring/programme-ask-in.tsx'
import { PeopleTable } from '~/mentoring/programme-people.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'People in it', args.data?.programme.name ?? 'Programme')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const programmeId = args.params.id ?? ''
  return ask(args, (api) => api.programme.people({ programmeId }))
}

export async function action(args: ActionFunctionArgs) {
  const programmeId = args.params.id ?? ''
  const here = `/programmes/${programmeId}/people`
  return attempt(args, async (raw, { aside }) => {
    const { programme } = args.context.api
    if (aside.remove) {
      await programme.remove({ programmeId, personId: aside.remove })
      return redirectWith(args, here, { text: 'They are not in it any more.' })
    }
    const { asked } = await programme.addPeople({ ...(raw as Asked), programmeId })
    return redirectWith(args, here, {
      text: asked === 1 ? 'Asked. They say yes or no.' : `${asked} people asked.`,
    })
  })
}

type Asked = Parameters<ActionFunctionArgs['context']['api']['programme']['addPeople']>[0]

export default function ProgrammePeople() {
  const { programme, isOpen, people, mentees, mentors } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack-l">
      <div className="stack">
        <ErrorSummary result={result} />
        <h1>People in “{programme.name}”</h1>
        <MentoringPromise />
        <p>Each of them joins by their own yes, and may step out. You never see what anybody wishes for.</p>
      </div>
      <PeopleTable people={people} isOpen={isOpen} />
      {isOpen ? (
        <>
          <AskIn side="mentee" people={mentees} result={result} />
          <AskIn side="mentor" people={mentors} result={result} />
        </>
      ) : null}
      <p>
        <Link to={`/programmes/${programme.id}`}>Back to the programme</Link>
      </p>
    </div>
  )
}
