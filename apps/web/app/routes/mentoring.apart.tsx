import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { AddApart, ApartList } from '~/mentoring/offer-apart.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Never together', 'Mentoring')

/** More than anybody is called by, and as much as may be searched for. */
const LONGEST_NAME = 100

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const q = new URL(args.request.url).searchParams.get('q')?.trim().slice(0, LONGEST_NAME) || null
  return ask(args, async (api) => {
    const sections = q ? (await api.network.people({ q })).sections : []
    const found = new Map(sections.flatMap(({ people }) => people.map(({ id, name }) => [id, { id, name }])))
    return { q, apart: await api.mentoring.apart(), found: [...found.values()] }
  })
}

type Kept = Parameters<ActionFunctionArgs['context']['api']['mentoring']['keepApart']>[0]

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw, { aside }) => {
    const { mentoring } = args.context.api
    const done = (text: string) => redirectWith(args, '/mentoring/apart', { text })
    if (aside.do === 'lift') {
      await mentoring.liftApart({ keptId: raw.keptId })
      return done('Taken off your list.')
    }
    await mentoring.keepApart(raw as Kept)
    return done('On your list. They are not told, and nobody else can read it.')
  })
}

export default function Apart() {
  const { q, apart, found } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Never together</h1>
      <p>
        People whom we never suggest to you nor you to them, and never put in a pair with you. This list is
        yours alone: they are not told, and neither your school nor anybody who runs a programme can read it.
      </p>
      <MentoringPromise />
      {apart.length > 0 ? <ApartList apart={apart} /> : <p>Nobody is on your list.</p>}
      <h2>Add somebody</h2>
      <AddApart q={q} found={found} result={result} />
      <p>
        To keep somebody away from you altogether, block them from their page.{' '}
        <Link to="/mentoring">Back to mentoring</Link>
      </p>
    </div>
  )
}
