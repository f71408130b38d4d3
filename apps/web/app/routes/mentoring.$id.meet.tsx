import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { OfferTimes } from '~/mentoring/meeting-offer.tsx'
import { ChooseSlot } from '~/mentoring/meeting-slots.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Plan a meeting', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const mentorshipId = args.params.id ?? ''
  const pair = await ask(args, (api) => api.meeting.ofPair({ mentorshipId }))
  const slots = pair.hasHours ? await ask(args, (api) => api.meeting.slots({ mentorshipId })) : []
  const asked = new URL(args.request.url).searchParams
  const again = { on: asked.get('on') ?? undefined, at: asked.get('at') ?? undefined }
  return { ...pair, slots, again, isAll: asked.has('all') }
}

export async function action(args: ActionFunctionArgs) {
  const mentorshipId = args.params.id ?? ''
  return attempt(args, async (raw, { aside }) => {
    const { meeting } = args.context.api
    const isBooking = aside.do === 'book'
    const input = { ...raw, mentorshipId }
    const { meetingId } = isBooking
      ? await meeting.book(input as Parameters<typeof meeting.book>[0])
      : await meeting.propose(input as Parameters<typeof meeting.propose>[0])
    const text = isBooking
      ? 'Booked. It goes into both calendars.'
      : 'Sent. One of the times is booked when they choose.'
    return redirectWith(args, `/mentoring/${mentorshipId}/meetings/${meetingId}`, { text })
  })
}

export default function Meet() {
  const { mentorshipId, otherName, goesOn, hasHours, slots, again, isAll } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Plan a meeting with {otherName}</h1>
      <MentoringPromise />
      {hasHours && goesOn ? (
        <ChooseSlot otherName={otherName} slots={slots} isAll={isAll} result={result} />
      ) : null}
      {goesOn ? (
        <>
          <h2>{hasHours ? 'Or offer times' : 'Offer times'}</h2>
          <OfferTimes otherName={otherName} again={again} result={result} />
        </>
      ) : (
        <p>This mentoring has ended, so nothing new can be planned. What there is stays.</p>
      )}
      <p>
        <Link to={`/mentoring/${mentorshipId}`}>Back to you and {otherName}</Link>
      </p>
    </div>
  )
}
