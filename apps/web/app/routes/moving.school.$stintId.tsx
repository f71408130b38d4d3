import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { WhichSchool } from '~/moving/which-school.tsx'
import { pageTitle } from '~/page-title.ts'
import { chosenSchool } from '~/school-choice.server.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Which school are you at now?')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const stays = await ask(args, (api) => api.review.whichSchool())
  const stay = stays.find(({ stintId }) => stintId === args.params.stintId)
  return stay ?? answeredAlready(args)
}

/** A letter or a page may be used again later: one’s own stay is in one’s story by then. Anybody else’s is not found. */
async function answeredAlready(args: LoaderFunctionArgs): Promise<never> {
  await ask(args, (api) => api.stint.one({ stintId: args.params.stintId ?? '' }))
  throw redirect('/story')
}

export async function action(args: ActionFunctionArgs) {
  const stintId = args.params.stintId ?? ''
  return attempt(args, async (raw, { aside }) => {
    const { api } = args.context
    if (raw.answer === 'elsewhere') return redirect('/moving')
    const isSearch = 'school.words' in aside || raw.school
    const given = isSearch
      ? { answer: 'school', schoolId: await chosenSchool(api, raw, aside) }
      : answerOf(raw.answer)
    await api.review.answerWhichSchool({ stintId, ...given } as Answer)
    return redirectWith(args, '/home', { text: 'Thank you. Your people stay your people.' })
  }).catch((thrown) => {
    if (thrown instanceof Response && thrown.status === 404) return answeredAlready(args)
    throw thrown
  })
}

type Answer = Parameters<ActionFunctionArgs['context']['api']['review']['answerWhichSchool']>[0]

/** A school by its id, or “still”; nothing chosen is for the verb to say. */
const answerOf = (answer: unknown) =>
  answer === undefined || answer === 'still' ? { answer } : { answer: 'school', schoolId: answer }

export default function Which() {
  const stay = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>{stay.what === 'unknown' ? 'Which school did you mean?' : 'Which school are you at now?'}</h1>
      <WhichSchool stay={stay} result={result} />
      <p>
        <Link to="/home">Not now</Link>
      </p>
      <p className="muted">Whatever you answer, and if you never do, you keep everybody you know.</p>
    </div>
  )
}
