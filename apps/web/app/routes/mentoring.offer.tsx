import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { ErrorSummary } from '~/components/error-summary.tsx'
import { resultOf } from '~/components/form.tsx'
import { TOPIC_CHOICES, UNIT_CHOICES } from '~/mentoring/offer-choices.server.ts'
import { OfferForm } from '~/mentoring/offer-form.tsx'
import { OfferRest } from '~/mentoring/offer-rest.tsx'
import { MentoringPromise } from '~/mentoring/promise.tsx'
import { pageTitle } from '~/page-title.ts'
import { Places } from '~/pictures/places.tsx'

export const meta: MetaFunction = (args) => pageTitle(args, 'What you offer', 'Mentoring')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { hours, ...mine } = await ask(args, (api) => api.mentoring.offer())
  return { ...mine, hasHours: hours.length > 0, topics: TOPIC_CHOICES, units: UNIT_CHOICES }
}

type Offer = Parameters<ActionFunctionArgs['context']['api']['mentoring']['saveOffer']>[0]

export async function action(args: ActionFunctionArgs) {
  return attempt(args, async (raw, { aside }) => {
    const { mentoring } = args.context.api
    const done = (text: string) => redirectWith(args, '/mentoring/offer', { text })
    if (aside.do === 'pause') {
      await mentoring.pauseOffer({ until: raw.until })
      return done('Your offer is paused. Whoever you mentor stays with you.')
    }
    if (aside.do === 'resume') {
      await mentoring.resumeOffer({})
      return done('Your offer is open again.')
    }
    if (aside.do === 'close') {
      await mentoring.closeOffer({})
      return done('Your offer is closed. What you wrote is kept.')
    }
    const { school_year: year, ...places } = raw.places ?? {}
    const { state } = await mentoring.saveOffer({ ...raw, places: { ...places, year } } as Offer)
    return done(state === 'paused' ? 'Saved. Your offer is still paused.' : 'Saved. Your offer is open.')
  })
}

export default function Offer() {
  const { offer, places, hasHours, topics, units } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const isPausing = resultOf(result).values?._do === 'pause'
  return (
    <div className="stack-l">
      <ErrorSummary result={result} />
      <div className="stack">
        <h1>What you offer</h1>
        <p>
          Anybody can mentor, in their first year of teaching too. People whom you know find your offer, and
          people whom someone you know knows can find you: they see your name and what stands here.
        </p>
        <MentoringPromise />
        {offer ? <Places of={places.filter((one) => one.places > 0 || one.taken > 0)} /> : null}
      </div>
      <OfferForm
        result={isPausing ? undefined : result}
        offer={offer}
        places={places}
        topics={topics}
        units={units}
      />
      <section className="stack" aria-labelledby="when">
        <h2 id="when">When</h2>
        <p>
          With hours in the week people book you themselves.{' '}
          <Link to="/mentoring/hours">{hasHours ? 'Change your hours' : 'Add hours to your week'}</Link>
        </p>
      </section>
      {offer ? <OfferRest {...offer} result={isPausing ? result : undefined} /> : null}
      <p>
        <Link to="/mentoring">Back to mentoring</Link>
      </p>
    </div>
  )
}
