import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { CalendarAddress } from '~/mentoring/meeting-address.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Your calendar', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  return { feeds: await ask(args, (api) => api.meeting.feeds()) }
}

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw) => {
    const { meeting } = args.context.api
    if (raw.feedId) await meeting.revokeFeed({ feedId: raw.feedId })
    else await meeting.makeFeed({})
    const text = raw.feedId
      ? 'Taken back. It answers nobody any more.'
      : 'Here it is. Give it to your calendar.'
    return redirectWith(args, '/mentoring/calendar', { text })
  })
}

export default function Calendar() {
  const { feeds } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Your meetings in your own calendar</h1>
      <p>
        A private address for your calendar program: it shows whom you meet and when, and follows when a
        meeting moves or is called off. Whoever has the address can read that, so keep it to yourself. A
        calendar at school may be read by the school.
      </p>
      <MentoringPromise />
      {feeds.map((feed, place) => (
        <CalendarAddress key={feed.id} {...feed} no={feeds.length > 1 ? feeds.length - place : null} />
      ))}
      <PostForm>
        <SubmitButton kind={feeds.length > 0 ? 'quiet' : 'main'}>
          {feeds.length > 0 ? 'Make another address' : 'Make an address'}
        </SubmitButton>
      </PostForm>
      <p>
        <Link to="/mentoring">Back to mentoring</Link>
      </p>
    </div>
  )
}
