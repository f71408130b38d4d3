import { Link } from '@remix-run/react'
import { usePastDay, usePastHref } from '../past.ts'
import { PersonCard } from './person-card.tsx'
import { Tag } from './tag.tsx'

export type Member = {
  id: string
  name: string
  isMe: boolean
  subjects: string[]
  schools: { schoolId: string; name: string; town: string | null; kind: string }[]
}

/** People of a training group: what they teach and where they are now, as far as they let it be seen. */
export function MemberCards({ people }: { people: readonly Member[] }) {
  const [on, past] = [usePastDay(), usePastHref()]
  return (
    <ul className="plain people">
      {people.map((person) => (
        <li key={person.id}>
          <PersonCard
            name={person.name}
            href={past(`/people/${person.id}`)}
            tag={person.isMe ? <Tag>You</Tag> : null}
            about={person.subjects.length > 0 ? `Teaches ${person.subjects.join(', ')}` : null}
            why={<WhereNow schools={person.schools} lead={on ? 'At ' : 'Now at '} />}
          />
        </li>
      ))}
    </ul>
  )
}

type Places = Pick<Member, 'schools'> & {
  /** What stands before the first. */
  lead?: string
  /** What stands there when they keep it to themselves. */
  none?: string
}

/** The schools somebody is at today, with links. */
export function WhereNow({ schools, lead = '', none = '' }: Places) {
  const past = usePastHref()
  const real = schools.filter(({ kind }) => kind === 'school' || kind === 'pending')
  if (real.length === 0) return none
  return real.map(({ schoolId, name, town }, place) => (
    <span key={schoolId}>
      {place > 0 ? ' and ' : lead}
      <Link to={past(`/schools/${schoolId}`)} discover="none">
        {name}
      </Link>
      {town ? `, ${town}` : ''}
    </span>
  ))
}
