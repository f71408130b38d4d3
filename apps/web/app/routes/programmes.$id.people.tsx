import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { AskIn } from '~/mentoring/programme-ask-in.tsx'
import { PeopleTable } from '~/mentoring/programme-people.tsx'
import { PairsPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'People in it', args.data?.programme.name ?? 'Programme')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const programmeId = args.params.id ?? ''
  return { side: sideIn(args), ...(await ask(args, (api) => api.programme.people({ programmeId }))) }
}

/** Which side is being asked in; the other is one link away. */
const sideIn = ({ request }: { request: Request }) =>
  new URL(request.url).searchParams.get('ask') === 'mentors' ? ('mentor' as const) : ('mentee' as const)

export async function action(args: ActionFunctionArgs) {
  const programmeId = args.params.id ?? ''
  const side = sideIn(args)
  const here = `/programmes/${programmeId}/people?ask=${side}s`
  return attempt(args, async (raw, { aside }) => {
    const { programme } = args.context.api
    if (aside.remove) {
      await programme.remove({ programmeId, personId: aside.remove })
      return redirectWith(args, here, { text: 'They are not in it any more.' })
    }
    const { asked } = await programme.addPeople({ ...(raw as Asked), side, programmeId })
    return redirectWith(args, here, {
      text: asked === 1 ? 'Asked. They say yes or no.' : `${asked} people asked.`,
    })
  })
}

type Asked = Parameters<ActionFunctionArgs['context']['api']['programme']['addPeople']>[0]

export default function ProgrammePeople() {
  const { programme, side, isOpen, people, mentees, mentors } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack-l">
      <div className="stack">
        <ErrorSummary result={result} />
        <h1>People in “{programme.name}”</h1>
        <PairsPromise />
        <p>Each of them joins by their own yes, and may step out. You never see what anybody wishes for.</p>
      </div>
      <PeopleTable people={people} isOpen={isOpen} />
      {isOpen ? (
        <AskIn key={side} side={side} people={side === 'mentor' ? mentors : mentees} result={result} />
      ) : null}
      <p>
        <Link to={`/programmes/${programme.id}`}>Back to the programme</Link>
      </p>
    </div>
  )
}
