import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { answersIn, questionChoices, suggestedFor, valuesOf } from '~/mentoring/ask-answers.server.ts'
import { ChooseMentors } from '~/mentoring/ask-choose.tsx'
import { Questions } from '~/mentoring/ask-questions.tsx'
import { sendTo } from '~/mentoring/ask-send.server.ts'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Whom to ask', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return { choices: await ask(args, (api) => questionChoices(api)) }
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw, { aside }) => {
    const answers = answersIn(raw)
    const sent = ['send', 'list'].includes(aside.do ?? '')
      ? await sendTo(args, answers, aside.do === 'list' ? null : [raw.first, raw.second, raw.third])
      : null
    if (sent?.requestId)
      return redirectWith(args, `/mentoring/mine/${sent.requestId}`, {
        text: aside.do === 'list' ? 'It is on the open list now.' : 'Sent. You hear back by the day below.',
      })
    const found = await suggestedFor(args.context.api, answers)
    const { first = '', second = '', third = '' } = raw
    const shown = { found: { ...found, answers: valuesOf(answers) }, values: { first, second, third } }
    return data({ ...shown, errors: sent?.errors ?? {} }, { status: sent?.status ?? 200 })
  })
}

export default function Suggestions() {
  const { choices } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const found = result && 'found' in result ? result.found : null
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>{found ? 'Whom to ask' : 'First three questions'}</h1>
      <MentoringPromise />
      {found ? <ChooseMentors {...found} result={result} /> : <Questions result={result} choices={choices} />}
      <p>
        <Link to="/mentoring">Back to mentoring</Link>
      </p>
    </div>
  )
}
