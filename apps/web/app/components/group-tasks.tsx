import { Link } from '@remix-run/react'
import { usePastDay } from '../past.ts'

type Props = {
  slug: string
  isLead: boolean
  mine: unknown[]
  canStop: boolean
  canCarryOn: boolean
  seats: { total: number; taken: number } | null
  leads: { id: string; name: string }[]
}

/** What somebody can do with a training group: those who run it let people in, members may leave or carry on. */
export function GroupTasks({ slug, isLead, mine, canStop, canCarryOn, seats, leads }: Props) {
  const isPast = usePastDay() !== null
  const isMember = mine.length > 0
  if (isPast && leads.length === 0) return null
  return (
    <section className="stack" aria-labelledby="tasks">
      <h2 id="tasks">This group</h2>
      {isLead && !isPast ? <Leading slug={slug} seats={seats} /> : null}
      {leads.length > 0 ? (
        <p>
          Run by{' '}
          {leads.map(({ id, name }, place) => (
            <span key={id}>
              {place > 0 ? ', ' : ''}
              <Link to={`/people/${id}`}>{name}</Link>
            </span>
          ))}
        </p>
      ) : null}
      {isMember ? (
        <p>
          <Link to={`/groups/${slug}/who`}>Who do you actually know?</Link>
        </p>
      ) : null}
      {isMember ? (
        <p>
          <Link to={`/groups/${slug}/first-day`}>Started later than the course?</Link>
        </p>
      ) : null}
      {canCarryOn ? (
        <p>
          <Link to={`/groups/${slug}/resume`}>Carry on in this group</Link>
        </p>
      ) : null}
      {canStop ? (
        <p>
          <Link to={`/groups/${slug}/leave`}>Stop or leave</Link>
        </p>
      ) : null}
    </section>
  )
}

function Leading({ slug, seats }: Pick<Props, 'slug' | 'seats'>) {
  return (
    <ul className="stack plain">
      {seats && seats.total > 0 ? (
        <li>
          {seats.total} {seats.total === 1 ? 'seat' : 'seats'}, {seats.taken} taken.{' '}
          <Link to={`/groups/${slug}/seats`}>Who is not here yet</Link>
        </li>
      ) : null}
      <li>
        <Link to={`/groups/${slug}/invite`}>Link, QR code and poster</Link>
      </li>
      <li>
        <Link to={`/groups/${slug}/import`}>Keep seats from a list (CSV)</Link>
      </li>
      <li>
        <Link to={`/groups/${slug}/mentoring`}>Mentoring programmes</Link>
      </li>
    </ul>
  )
}
