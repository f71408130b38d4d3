import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { SummaryList } from '~/components/summary-list.tsx'
import { ukDay } from '~/dates.ts'
import { pageTitle } from '~/page-title.ts'
import { ToldForm } from '~/review/told-form.tsx'
import { OUTCOMES, peopleIn, toldWhere } from '~/review/words.ts'
import { likelyOrFound } from '~/school-choice.server.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, args.data ? `What is ${args.data.name}?` : 'Page not found', 'The school list')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return ask(args, (api) => api.review.pendingOne({ schoolId: args.params.id ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const schoolId = args.params.id ?? ''
  return attempt(args, async (raw, { aside }) => {
    const { api } = args.context
    const { school: _school, toSchoolId: _likely, ref, ...answers } = raw
    const isListed = answers.outcome === 'listed'
    const chosen = isListed ? await likelyOrFound(api, raw, aside) : undefined
    const number = answers.outcome === 'own' ? ref : undefined
    await api.review.decidePending({ ...answers, schoolId, toSchoolId: chosen, ref: number } as Decide)
    const undo = { action: `/schools/review/told/${schoolId}/undo`, label: 'Undo' }
    return redirectWith(args, '/schools/review/told', { text: 'Decided.', undo })
  })
}

type Decide = Parameters<ActionFunctionArgs['context']['api']['review']['decidePending']>[0]

export default function ToldOne() {
  const school = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { id, name, toldAt, people, decision } = school
  return (
    <div className="stack-l">
      <ErrorSummary result={result} />
      <header className="stack">
        <p>
          <Link to="/schools/review/told">Schools told of by name</Link>
        </p>
        <h1>{name}</h1>
        <SummaryList
          rows={[
            { label: 'Where', value: toldWhere(school) },
            { label: 'Told on', value: ukDay(toldAt) },
            { label: 'People there today', value: peopleIn(people) },
          ]}
        />
      </header>
      {decision ? <Decided id={id} decision={decision} /> : <ToldForm school={school} result={result} />}
    </div>
  )
}

type Decision = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['decision']>

function Decided({ id, decision }: { id: string; decision: Decision }) {
  const { outcome, to, why, decidedAt } = decision
  return (
    <section className="stack" aria-labelledby="decided">
      <h2 id="decided">{OUTCOMES[outcome]}</h2>
      <p>
        {to ? (
          <>
            <Link to={`/schools/${to.id}`}>{to.name}</Link>
            {to.urn ? `, URN ${to.urn}` : ''}.{' '}
          </>
        ) : null}
        Decided on {ukDay(decidedAt)}.
      </p>
      {why ? <p>{why}</p> : null}
      <p>
        <Link className="btn quiet" to={`/schools/review/told/${id}/undo`}>
          Undo it
        </Link>
      </p>
    </section>
  )
}
