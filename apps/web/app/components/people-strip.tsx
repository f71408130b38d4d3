import { Link } from '@remix-run/react'
import { PersonCard } from './person-card.tsx'

type Props = { people: readonly { id: string; name: string; reason: string }[]; total: number }

/** A few of one's people, each with the reason, and the way to all of them. */
export function PeopleStrip({ people, total }: Props) {
  return (
    <section className="stack" aria-labelledby="your-people">
      <h2 id="your-people">Your people</h2>
      <ul className="plain people">
        {people.map(({ id, name, reason }) => (
          <li key={id}>
            <PersonCard
              name={name}
              href={`/people/${id}`}
              why={reason.charAt(0).toUpperCase() + reason.slice(1)}
            />
          </li>
        ))}
      </ul>
      <p>
        <Link to="/people">
          {total > people.length ? `All ${total} of your people` : 'Everybody you know, and how'}
        </Link>
      </p>
    </section>
  )
}
