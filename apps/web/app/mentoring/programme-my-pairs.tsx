import { Link } from '@remix-run/react'
import { longDay } from '../dates.ts'
import { reasonWords } from './programme-words.ts'

export interface MyPair {
  mentorshipId: string
  personId: string
  name: string
  side: 'mentor' | 'mentee'
  reasons: string[]
  choice: number | null
  startsOn: string | null
  mayOpenPage: boolean
}

type Props = { pairs: readonly MyPair[]; side: 'mentor' | 'mentee'; isPublished: boolean }

/** Whom somebody was put together with, why, and the first step. */
export function MyPairs({ pairs, side, isPublished }: Props) {
  if (!isPublished) return <p>This programme was closed. Nobody was put together.</p>
  if (pairs.length === 0) return <Nobody side={side} />
  return <ul className="stack plain">{pairs.map((pair) => onePair(pair))}</ul>
}

const CHOICES = ['first', 'second', 'third']

function onePair({ mentorshipId, personId, name, side, reasons, choice, startsOn, mayOpenPage }: MyPair) {
  const words = reasonWords(reasons)
  const wish = choice === null ? null : CHOICES[choice - 1]
  return (
    <li key={mentorshipId} className="stack">
      <p>
        {mayOpenPage ? <Link to={`/people/${personId}`}>{name}</Link> : name} is your{' '}
        {side === 'mentee' ? 'mentor' : 'mentee'}
        {startsOn ? ` from ${longDay(startsOn)}` : ''}
        {words ? `: ${words}` : ''}.{wish ? ` Your ${wish} choice; only you see that.` : ''}
        {startsOn ? ' Your space is open already; from that day on you find each other’s pages too.' : ''}
      </p>
      <p>
        <Link className="btn" to={`/mentoring/${mentorshipId}`}>
          Find a time to talk<span className="visually-hidden"> with {name}</span>
        </Link>{' '}
        {startsOn ? <Link to={`/people/${personId}/block`}>Block {name}</Link> : null}
      </p>
    </li>
  )
}

function Nobody({ side }: { side: 'mentor' | 'mentee' }) {
  if (side === 'mentor')
    return <p>Everybody has a mentor, and nobody was left for you this time. Thank you for offering.</p>
  return (
    <p>
      There was nobody for you this time: more people than places, or nobody who fits. It says nothing about
      you. <Link to="/mentoring/ask">Ask for somebody yourself</Link>
    </p>
  )
}
