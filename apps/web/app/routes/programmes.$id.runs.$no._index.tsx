import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { ukDay } from '~/dates.ts'
import { RunFigures } from '~/mentoring/programme-figures.tsx'
import { Publish } from '~/mentoring/programme-publish.tsx'
import { RunTable } from '~/mentoring/programme-run.tsx'
import { PairsPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, `Run ${args.params.no}`, args.data?.programme.name ?? 'Programme')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const ref = { programmeId: args.params.id ?? '', no: Number(args.params.no) }
  return ask(args, (api) => api.programme.run(ref))
}

export async function action(args: ActionFunctionArgs) {
  const programmeId = args.params.id ?? ''
  const no = Number(args.params.no)
  return attempt(args, async (_raw, { aside }) => {
    const { programme } = args.context.api
    if (aside.do === 'publish') {
      const { pairs } = await programme.publish({ programmeId, no })
      return redirectWith(args, `/programmes/${programmeId}`, {
        text: `Published: ${pairs} ${pairs === 1 ? 'pair' : 'pairs'}. Everybody has been told.`,
      })
    }
    const [menteeId = '', mentorId = ''] = (aside.hold ?? '').split(' ')
    await programme.addFix({ programmeId, menteeId, mentorId, does: 'lock' })
    return redirectWith(args, `/programmes/${programmeId}/runs/${no}`, {
      text: 'Held together in every run from now on.',
    })
  })
}

export default function Run() {
  const { programme, no, createdAt, isOpen, isPublished, figures, lines, notShown, since } =
    useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const matched = lines.filter(({ mentorId }) => mentorId !== null)
  const here = `/programmes/${programme.id}`
  return (
    <div className="stack-l">
      <div className="stack">
        <ErrorSummary result={result} />
        <h1>
          {programme.name}: run {no}
        </h1>
        <p className="muted">
          {ukDay(createdAt)}. {isPublished ? 'This run was published.' : 'Nobody has heard of it.'}
        </p>
        <PairsPromise />
        <RunFigures figures={figures} notShown={notShown} />
      </div>
      <RunTable lines={matched} here={`${here}/runs/${no}`} isOpen={isOpen} title="Pairs" />
      <RunTable
        lines={lines.filter(({ mentorId }) => mentorId === null)}
        here={`${here}/runs/${no}`}
        isOpen={isOpen}
        title="Without a mentor"
      />
      {isOpen ? (
        <Publish
          pairs={figures.matched}
          others={figures.unmatched}
          since={since}
          here={here}
          startsOn={programme.startsOn}
        />
      ) : null}
      <p>
        <Link to={here}>Back to the programme</Link>
      </p>
    </div>
  )
}
