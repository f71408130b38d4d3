import { Link } from '@remix-run/react'
import { longDay } from '../dates.ts'
import { Places, type UnitPlaces } from '../pictures/places.tsx'
import type { OfferState } from './offer-rest.tsx'

type Props = { offer: { state: OfferState; pausedUntil: string | null; places: readonly UnitPlaces[] } }

/** What one offers just now: who could still come, and whether anybody may ask. */
export function MyOffer({ offer }: Props) {
  const { state, pausedUntil, places } = offer
  const shown = places.filter((one) => one.places > 0 || one.taken > 0)
  return (
    <section className="stack" aria-labelledby="my-offer">
      <h2 id="my-offer">What you offer</h2>
      <p>
        {state === 'open' ? 'Your offer is open.' : null}
        {state === 'paused' && pausedUntil ? `Paused: nobody asks you until ${longDay(pausedUntil)}.` : null}
        {state === 'closed' ? 'Your offer is closed: nobody asks you.' : null}
      </p>
      <Places of={shown} />
      <ul className="plain row">
        <li>
          <Link to="/mentoring/offer">Change your offer</Link>
        </li>
        <li>
          <Link to="/mentoring/hours">Your hours in the week</Link>
        </li>
      </ul>
    </section>
  )
}
