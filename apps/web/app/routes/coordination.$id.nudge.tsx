import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ConfirmPage } from '~/components/confirm-page.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Remind those who wait', args.data?.name ?? 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { board, canNudge } = await ask(args, (api) =>
    api.coordination.board({ id: args.params.id ?? '', page: 1 }),
  )
  return { id: board.id, name: board.name, canNudge }
}

export async function action(args: ActionFunctionArgs) {
  signedIn(args)
  const id = args.params.id ?? ''
  return attempt(args, async (raw) => {
    const one = raw.mentorshipId ? { mentorshipId: String(raw.mentorshipId) } : {}
    const done = await args.context.api.coordination.nudge({ id, ...one })
    return redirectWith(args, `/coordination/${id}`, { text: wordsFor(done) })
  })
}

function wordsFor({ nudged, left }: { nudged: number; left: number }) {
  const done = nudged === 1 ? 'Reminded one pair.' : `Reminded ${nudged} pairs.`
  if (left === 0) return done
  const others = left === 1 ? 'One was' : `${left} were`
  return `${done} ${others} left alone: reminded in the last fortnight, or on holiday just now.`
}

export default function Remind() {
  const { id, name, canNudge } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <ConfirmPage
      title={`Remind those who wait in ${name}?`}
      confirm="Remind them"
      cancelHref={`/coordination/${id}`}
      cancel="Back to the pairs"
      result={result}
    >
      <p>
        {canNudge === 0
          ? 'There is nobody to remind just now.'
          : `${canNudge === 1 ? 'One pair waits or has' : `${canNudge} pairs wait or have`} gone quiet and can be reminded.`}{' '}
        Each of the two reads: still useful? Book, pause or finish well. They see that you asked, once a
        fortnight at most and never in the holidays.
      </p>
    </ConfirmPage>
  )
}
