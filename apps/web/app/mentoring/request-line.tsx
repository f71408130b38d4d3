import { Link } from '@remix-run/react'
import type { Asker } from '@wirearchy/domain/request'
import type { ReactNode } from 'react'
import { PersonCard } from '../components/person-card.tsx'
import { Tag } from '../components/tag.tsx'
import { UNIT_NAMES, type UnitKey } from './offer-words.ts'
import { type Deadline, shortLeft } from './request-words.ts'

/** A request in a list of a mentor's. */
export interface RequestLine extends Pick<Asker, 'name' | 'stage' | 'path' | 'hasPage' | 'askerId'> {
  requestId: string
  unit: UnitKey
  about: string
  state: string
  deadline: Deadline | null
  mentorshipId: string | null
}

/** Requests under one heading; nothing when there are none. */
export function RequestList({
  title,
  lines,
  hint,
}: {
  title: string
  lines: RequestLine[]
  hint?: ReactNode
}) {
  if (lines.length === 0) return null
  return (
    <section className="stack" aria-labelledby={idOf(title)}>
      <h2 id={idOf(title)}>{title}</h2>
      {hint ? <p>{hint}</p> : null}
      <ul className="plain people">
        {lines.map((line) => (
          <li key={line.requestId} className="card">
            <Line line={line} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ line }: { line: RequestLine }) {
  const { requestId, name, unit, about, path, stage, deadline, state, mentorshipId } = line
  const who = name ?? 'A new teacher'
  return (
    <PersonCard
      name={who}
      about={[UNIT_NAMES[unit], about].filter(Boolean).join(': ')}
      why={[stage, path ?? (name ? null : 'two steps away from you')].filter(Boolean).join(' · ')}
      tag={
        deadline && state === 'asked' ? (
          <Tag kind="warn">{shortLeft(deadline)}</Tag>
        ) : (
          <StateTag state={state} />
        )
      }
      action={
        <Link to={mentorshipId ? `/mentoring/${mentorshipId}` : `/mentoring/requests/${requestId}`}>
          {ACTS[state] ?? 'See it'}
          <span className="visually-hidden">: {who}</span>
        </Link>
      }
    />
  )
}

const ACTS: Record<string, string> = {
  asked: 'Read and answer',
  listed: 'Read it',
  accepted: 'Go to your mentoring',
}
const STATES: Record<string, string> = {
  question: 'Waits for their answer',
  accepted: 'You said yes',
  declined: 'You said no',
  closed: 'Over',
}

function StateTag({ state }: { state: string }) {
  return STATES[state] ? <Tag>{STATES[state]}</Tag> : null
}

const idOf = (title: string) => title.toLowerCase().replaceAll(/[^a-z]+/g, '-')
