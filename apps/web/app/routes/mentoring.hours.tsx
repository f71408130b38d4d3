import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { AddHoursForm, HoursList } from '~/mentoring/offer-hours.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Your hours in the week', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { hours } = await ask(args, (api) => api.mentoring.offer())
  return { hours }
}

type Added = Parameters<ActionFunctionArgs['context']['api']['mentoring']['addHours']>[0]

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw, { aside }) => {
    const { mentoring } = args.context.api
    const done = (text: string) => redirectWith(args, '/mentoring/hours', { text })
    if (aside.do === 'remove') {
      await mentoring.removeHours({ hoursId: raw.hoursId })
      return done('Taken out of your week. Meetings that are booked stay booked.')
    }
    await mentoring.addHours(raw as Added)
    return done('Added to your week.')
  })
}

export default function HoursOfTheWeek() {
  const { hours } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Your hours in the week</h1>
      <p>
        When people whom you mentor can book you. In the school holidays your hours are shown as such, and you
        can always offer other times.
      </p>
      <MentoringPromise />
      {hours.length > 0 ? <HoursList hours={hours} /> : <p>You have no hours in your week yet.</p>}
      <h2>Add hours</h2>
      <AddHoursForm key={hours.length} result={result} />
      <p>
        <Link to="/mentoring/offer">Back to what you offer</Link>
      </p>
    </div>
  )
}
