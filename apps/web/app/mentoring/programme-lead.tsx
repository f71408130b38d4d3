import { Link } from '@remix-run/react'
import { SummaryList } from '../components/summary-list.tsx'
import { ukDay } from '../dates.ts'
import { NextStep } from './programme-next.tsx'
import { Finished } from './programme-over.tsx'

interface Side {
  asked: number
  joined: number
  places: number
}

export interface Lead {
  mentees: Side
  mentors: Side
  next: 'nothing' | 'ask' | 'wait' | 'look' | 'wishes' | 'match'
  runs: readonly {
    no: number
    createdAt: number
    isPublished: boolean
    figures: { matched: number; unmatched: number }
  }[]
}

type Props = {
  programme: { id: string; state: string; slug: string | null; schoolId: string | null; home: string }
  lead: Lead
  wishesUntil: string | null
  result: unknown
}

/** A programme for whoever runs it: who is in, what comes next, and what the runs made. */
export function LeadPart({ programme, lead, wishesUntil, result }: Props) {
  const { id, slug, schoolId, home } = programme
  const here = `/programmes/${id}`
  const isOpen = lead.next !== 'nothing'
  return (
    <section className="stack" aria-labelledby="lead">
      <h2 id="lead">You run this</h2>
      {isOpen ? (
        <>
          <SummaryList rows={rowsOf(lead, here)} />
          <NextStep id={id} next={lead.next} wishesUntil={wishesUntil} runs={lead.runs} result={result} />
        </>
      ) : (
        <Finished id={id} isPublished={programme.state === 'published'} />
      )}
      <Runs here={here} runs={lead.runs} />
      <p>
        <Link to={slug ? `/groups/${slug}/mentoring` : `/schools/${schoolId}/mentoring`}>
          All programmes of {home}
        </Link>
      </p>
    </section>
  )
}

const rowsOf = ({ mentees, mentors }: Lead, here: string) => [
  { label: 'Mentees', value: sideWords(mentees), changeHref: `${here}/people` },
  {
    label: 'Mentors',
    value: `${sideWords(mentors)}, ${mentors.places} ${mentors.places === 1 ? 'place' : 'places'}`,
    changeHref: `${here}/people`,
  },
  { label: 'Rules', value: 'What no pair may go against', changeHref: `${here}/rules` },
]

const sideWords = ({ asked, joined }: Side) => `${joined} in, ${asked - joined} still to answer`

function Runs({ here, runs }: { here: string; runs: Lead['runs'] }) {
  if (runs.length === 0) return null
  return (
    <>
      <h3>Runs</h3>
      <ul className="stack plain">
        {runs.map(({ no, createdAt, isPublished, figures }) => (
          <li key={no}>
            <Link to={`${here}/runs/${no}`}>Run {no}</Link>, {ukDay(createdAt)}: {figures.matched} matched,{' '}
            {figures.unmatched} without a mentor{isPublished ? '. This one was published.' : ''}
          </li>
        ))}
      </ul>
      {runs.length > 1 ? (
        <p>
          <Link to={`${here}/compare`}>Compare two runs</Link>
        </p>
      ) : null}
    </>
  )
}
