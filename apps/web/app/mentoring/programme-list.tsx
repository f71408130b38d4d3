import { Link } from '@remix-run/react'
import { EmptyState } from '../components/empty-state.tsx'
import { Tag } from '../components/tag.tsx'
import { longDay } from '../dates.ts'
import { UNIT_NAMES } from './offer-words.ts'
import { STATE_WORDS } from './programme-words.ts'
import { PairsPromise } from './promise.tsx'

interface Programme {
  id: string
  name: string
  unit: keyof typeof UNIT_NAMES
  state: keyof typeof STATE_WORDS
  startsOn: string | null
}

type Props = { home: string; newHref: string; backHref: string; programmes: readonly Programme[] }

/** The programmes of a training group or a school, for whoever runs it. */
export function ProgrammeList({ home, newHref, backHref, programmes }: Props) {
  const start = (
    <Link className="btn" to={newHref}>
      Start a programme
    </Link>
  )
  return (
    <div className="stack">
      <h1>Mentoring in {home}</h1>
      <PairsPromise />
      {programmes.length === 0 ? (
        <EmptyState title="Your mentoring programmes will be here" action={start}>
          <p>
            You ask people in, they say whom they would like, and one run puts everybody together. What two
            people then write is theirs: you see that they met, never a word.
          </p>
        </EmptyState>
      ) : (
        <>
          <p>{start}</p>
          <ul className="stack plain">{programmes.map(oneProgramme)}</ul>
        </>
      )}
      <p>
        <Link to={backHref}>Back to {home}</Link>
      </p>
    </div>
  )
}

const oneProgramme = ({ id, name, unit, state, startsOn }: Programme) => (
  <li key={id}>
    <Link to={`/programmes/${id}`}>{name}</Link> <Tag>{STATE_WORDS[state]}</Tag>
    <div className="muted">
      {UNIT_NAMES[unit]}
      {startsOn ? `, from ${longDay(startsOn)}` : ''}
    </div>
  </li>
)
