import { Link } from '@remix-run/react'
import type { Section } from '@wirearchy/domain/network'
import { usePastHref } from '../past.ts'
import { Pager } from './pager.tsx'
import { PersonCard } from './person-card.tsx'
import { Tag } from './tag.tsx'

type Props = {
  section: Section
  /** True when this section is the whole page, so that it pages; else it links to its own. */
  isWhole: boolean
}

/** One way of knowing people, and everyone known that way. */
export function PeopleSection({ section, isWhole }: Props) {
  const past = usePastHref()
  const address = past(`/people?how=${encodeURIComponent(section.how)}`)
  return (
    <section className="stack" aria-labelledby={section.how}>
      <h2 id={section.how}>
        {section.title} <span className="muted">({section.total})</span>
      </h2>
      <ul className="plain people">
        {section.people.map((person) => (
          <li key={person.id}>
            <PersonCard
              name={person.name}
              href={past(`/people/${person.id}`)}
              about={<WhereNow {...person} />}
              why={<Reasons {...person} />}
              tag={
                person.changed ? (
                  <Tag kind="info">{person.changed}</Tag>
                ) : person.pinned ? (
                  <Tag>Pinned</Tag>
                ) : null
              }
            />
          </li>
        ))}
      </ul>
      {isWhole ? (
        <Pager
          page={section.page}
          pages={section.pages}
          hrefFor={(page) => `${address}&page=${page}`}
          label={section.title}
        />
      ) : section.total > section.people.length ? (
        <p>
          <Link to={address}>
            All {section.total}: {section.title}
          </Link>
        </p>
      ) : null}
    </section>
  )
}

type Person = Section['people'][number]

function Reasons({ reason, others }: Person) {
  return <>{[capital(reason), ...others].join(' · ')}</>
}

function WhereNow({ schools }: Person) {
  const past = usePastHref()
  const real = schools.filter(({ kind }) => kind === 'school' || kind === 'pending')
  if (real.length === 0) return null
  return real.map(({ schoolId, name, town }, index) => (
    <span key={schoolId}>
      {index > 0 ? ' and ' : 'At '}
      <Link to={past(`/schools/${schoolId}`)} discover="none">
        {name}
      </Link>
      {town ? `, ${town}` : ''}
    </span>
  ))
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
