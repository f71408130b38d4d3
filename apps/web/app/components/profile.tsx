import { Link } from '@remix-run/react'
import type { Profile } from '@wirearchy/domain/person'
import { longDay, stretch } from '../dates.ts'
import { usePastDay, usePastHref } from '../past.ts'
import { SummaryList } from './summary-list.tsx'
import { Tag } from './tag.tsx'

type Stay = Profile['now'][number]

/** What a viewer may read of a person: where they are and were, and what they say of themselves. */
export function ProfileCard({ profile }: { profile: Profile }) {
  const { now, before, next, lines, away } = profile
  const on = usePastDay()
  return (
    <div className="stack">
      {away ? (
        <p>
          <Tag>{away.until ? `Away until ${longDay(away.until)}` : 'Away for now'}</Tag>
        </p>
      ) : null}
      <Stays title={on ? 'That day' : 'Now'} stays={now} />
      <Stays title="Next" stays={next} />
      <Stays title="Before" stays={before} />
      {lines.length > 0 ? (
        <SummaryList rows={lines.map(({ label, text }) => ({ label, value: text }))} />
      ) : null}
    </div>
  )
}

function Stays({ title, stays }: { title: string; stays: readonly Stay[] }) {
  const past = usePastHref()
  if (stays.length === 0) return null
  return (
    <div>
      <strong>{title}</strong>
      <ul className="plain">
        {stays.map((stay) => (
          <li key={stay.id}>
            {stay.isSchool ? (
              <Link to={past(`/schools/${stay.schoolId}`)}>{stay.schoolName}</Link>
            ) : (
              stay.schoolName
            )}
            {stay.town ? `, ${stay.town}` : ''}
            {stay.role ? `, ${stay.role}` : ''}
            <span className="muted"> {daysOf(stay)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const daysOf = ({ startedOn, finishedOn }: Stay) => stretch(startedOn, finishedOn)
