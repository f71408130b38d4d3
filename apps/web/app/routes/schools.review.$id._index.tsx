import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { SummaryList } from '~/components/summary-list.tsx'
import { Tag } from '~/components/tag.tsx'
import { longDay, ukDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'
import { DecisionForm } from '~/review/decision-form.tsx'
import { RegisterSays } from '~/review/register-says.tsx'
import { kindOf, peopleIn, STATES, whereOf } from '~/review/words.ts'
import { likelyOrFound } from '~/school-choice.server.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(
    args,
    args.data ? `What happened to ${args.data.from.name}?` : 'Page not found',
    'The school list',
  )

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.review.change({ id: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const id = args.params.id ?? ''
  return attempt(args, async (raw, { aside }) => {
    const { api } = args.context
    const { school: _school, toSchoolId: _likely, ...answers } = raw
    const follows = answers.what === 'replaced' || answers.what === 'merged'
    const chosen = follows ? await likelyOrFound(api, raw, aside) : undefined
    const { changeId } = await api.review.decide({ ...answers, id, toSchoolId: chosen } as Decide)
    const undo = { action: `/schools/review/${changeId}/undo`, label: 'Undo' }
    return redirectWith(args, '/schools/review', { text: 'Decided.', undo })
  })
}

type Decide = Parameters<ActionFunctionArgs['context']['api']['review']['decide']>[0]

export default function Change() {
  const change = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { id, from, why, state, told, links } = change
  const [kind, words] = STATES[state]
  const isOpen = state === 'needs_review' || (state === 'undone' && change.decidedBy !== 'rules')
  const isQuestioned =
    state === 'applied' && why !== null && change.kind !== 'renamed' && change.decidedBy === 'rules'
  return (
    <div className="stack-l">
      <ErrorSummary result={result} />
      <header className="stack">
        <p>
          <Link to="/schools/review">The school list</Link>
        </p>
        <h1>
          {from.name} <Tag kind={kind}>{words}</Tag>
        </h1>
        {why ? <p className="lead">{why}</p> : null}
        <SummaryList rows={rowsOf(change)} />
      </header>
      <RegisterSays told={told} links={links} />
      <section className="stack" aria-labelledby="decide">
        <h2 id="decide">{isOpen ? 'Your decision' : 'What came of it'}</h2>
        {isOpen ? (
          <DecisionForm change={change} result={result} />
        ) : (
          <Standing id={id} state={state} isQuestioned={isQuestioned} />
        )}
      </section>
    </div>
  )
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

function rowsOf({ kind, from, to, effectiveOn, people, decidedAt, decidedBy }: Shown) {
  const who = { me: 'you', somebody: 'somebody else', rules: 'the rules' }[decidedBy]
  return [
    { label: 'What it looks like', value: kindOf(kind) },
    {
      label: 'School',
      value: <Link to={`/schools/${from.id}`}>{[from.name, whereOf(from)].join(', ')}</Link>,
    },
    ...(to
      ? [
          {
            label: 'Follows it',
            value: <Link to={`/schools/${to.id}`}>{[to.name, whereOf(to)].join(', ')}</Link>,
          },
        ]
      : []),
    { label: 'Last day', value: longDay(effectiveOn) },
    { label: 'People there today', value: peopleIn(people) },
    ...(decidedAt ? [{ label: 'Decided', value: `${ukDay(decidedAt)}, by ${who}` }] : []),
  ]
}

function Standing({ id, state, isQuestioned }: { id: string; state: Shown['state']; isQuestioned: boolean }) {
  if (state === 'undone')
    return <p>A newer file told otherwise, and the rules took it back. There is nothing to decide.</p>
  if (state === 'proposed') return <p>Its day is still to come. There is nothing to decide yet.</p>
  return (
    <>
      {isQuestioned ? <LetItStand /> : null}
      <p>
        {state === 'applied'
          ? 'What follows from it for people has been done.'
          : 'It was turned down: nothing changed for anybody.'}
      </p>
      <p>
        <Link className="btn quiet" to={`/schools/review/${id}/undo`}>
          Undo it
        </Link>
      </p>
    </>
  )
}

/** For what the rules did and a later file made doubtful. */
function LetItStand() {
  return (
    <PostForm>
      <input type="hidden" name="what" value="as_told" />
      <SubmitButton>It is right as it is</SubmitButton>
    </PostForm>
  )
}
