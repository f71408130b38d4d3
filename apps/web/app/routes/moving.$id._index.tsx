import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { Notice } from '~/components/notice.tsx'
import { SummaryList } from '~/components/summary-list.tsx'
import { Tag } from '~/components/tag.tsx'
import { longDay } from '~/dates.ts'
import { GoingOn } from '~/moving/going-on.tsx'
import { Settle } from '~/moving/settle.tsx'
import { WhatIsSaid } from '~/moving/what-is-said.tsx'
import { DESTINATIONS, labelOf } from '~/moving/words.ts'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Your move')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return {
    id: args.params.id ?? '',
    move: await ask(args, (api) => api.stint.movePage({ moveId: args.params.id ?? '' })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const moveId = args.params.id ?? ''
  return attempt(args, async (raw, { aside }) => {
    const { stint } = args.context.api
    const done = (text: string) => redirectWith(args, `/moving/${moveId}`, { text })
    if (aside.do === 'settle') {
      await stint.settleMove({ ...(raw as object), moveId })
      return done('Thank you. Your word settles it.')
    }
    if (aside.do === 'keep') {
      await stint.keepMentor({ mentorshipId: String(raw.mentorshipId) })
      return done('You keep going, from one to the other.')
    }
    const claim = { claimId: String(raw.claimId) }
    if (aside.do === 'accept') await stint.acceptClaim(claim)
    else await stint.objectToClaim(claim)
    return done(
      aside.do === 'accept'
        ? 'Thank you. It counts from now on.'
        : 'Thank you. It does not count, and the school hears so.',
    )
  })
}

export default function MyMove() {
  const { id, move } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack-l">
      <ErrorSummary result={result} />
      <header className="stack">
        <h1>
          {move.to ? `Your move to ${move.to.name}` : 'Your move'} <State state={move.state} />
        </h1>
        <SummaryList rows={rowsOf(move)} />
      </header>
      {move.waitsForChoice ? (
        <Notice kind="warn">
          You are at more than one school, so we don’t know which of them ends.{' '}
          <Link to="/moving">Tell us which one you leave</Link>
        </Notice>
      ) : null}
      {move.state === 'conflict' ? <Settle move={move} result={result} /> : null}
      <WhatIsSaid said={move.said} result={result} />
      <GoingOn mentorships={move.mentorships} />
      {move.to && move.state !== 'cancelled' && move.to.kind === 'school' ? (
        <p>
          <Link className="btn" to={`/schools/${move.to.id}`}>
            Who do I know at {move.to.name}?
          </Link>
        </p>
      ) : null}
      <ul className="plain row">
        {move.canUndo ? (
          <li>
            <Link to={`/moving/${id}/undo`}>Undo it</Link>
          </li>
        ) : null}
        {move.canCancel ? (
          <li>
            <Link to={`/moving/${id}/cancel`}>Call it off</Link>
          </li>
        ) : null}
        <li>
          <Link to="/story">Correct days in my story</Link>
        </li>
      </ul>
    </div>
  )
}

type Move = ReturnType<typeof useLoaderData<typeof loader>>['move']

function rowsOf({ from, to, leaveOn, startOn, destination }: Move) {
  const row = (label: string, value: string | null | undefined) => (value ? [{ label, value }] : [])
  return [
    ...row('Leaving', from?.name),
    ...row('Last day', leaveOn && longDay(leaveOn)),
    ...row('Going', to?.name ?? labelOf(DESTINATIONS, destination)),
    ...row('First day', startOn && longDay(startOn)),
  ]
}

const STATES = {
  announced: ['info', 'To come'],
  half_reported: ['warn', 'One side has spoken'],
  complete: ['ok', 'Done'],
  cancelled: ['warn', 'Called off'],
  conflict: ['warn', 'Days differ'],
} as const

function State({ state }: { state: keyof typeof STATES }) {
  const [kind, words] = STATES[state]
  return <Tag kind={kind}>{words}</Tag>
}
