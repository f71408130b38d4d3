import { Link } from '@remix-run/react'
import type { RequestForMentor } from '@wirearchy/domain/request'
import { SummaryList } from '../components/summary-list.tsx'
import { WAY_WORDS } from './meeting-words.ts'
import { UNIT_NAMES } from './offer-words.ts'
import { leftWords, SOON_WORDS, untilWords } from './request-words.ts'

/** What somebody asks for, who they are to the mentor, until when, and the places left. */
export function RequestFacts({ request }: { request: RequestForMentor }) {
  const { need, unit, about, ways, soon, deadline, state } = request
  const rows = [
    { label: 'What they write', value: need ? <p className="letter">{need}</p> : null },
    { label: 'How much', value: UNIT_NAMES[unit] },
    { label: 'About', value: about },
    { label: 'How', value: ways.map((way) => WAY_WORDS[way]).join(', ') },
    { label: 'When', value: SOON_WORDS[soon] },
    { label: 'Who', value: <Who request={request} /> },
    {
      label: state === 'question' ? 'Their answer by' : 'Your answer by',
      value: deadline ? `${untilWords(deadline)}: ${leftWords(deadline)}` : null,
    },
    { label: 'Your places free', value: request.isOpen ? placesWords(request.placesFree) : null },
  ]
  return <SummaryList rows={rows.filter(({ value }) => value)} />
}

function Who({ request: { askerId, name, hasPage, stage, path } }: { request: RequestForMentor }) {
  return (
    <div>
      {name && hasPage ? (
        <Link to={`/people/${askerId}`}>{name}</Link>
      ) : (
        (name ?? 'A new teacher, somebody two steps away')
      )}
      {stage ? <div>{stage}</div> : null}
      {path ? <div className="why">{path}</div> : null}
    </div>
  )
}

const placesWords = (places: number) =>
  places === 0 ? (
    <>
      None just now. <Link to="/mentoring/offer">Add one on your offer</Link>, then say yes.
    </>
  ) : (
    `${places}`
  )
