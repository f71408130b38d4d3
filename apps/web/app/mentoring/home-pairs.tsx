import type { PairLine } from '@wirearchy/domain/mentoring'
import { PersonCard } from '../components/person-card.tsx'
import { Tag } from '../components/tag.tsx'
import { stretch } from '../dates.ts'
import { UNIT_NAMES } from './offer-words.ts'

type Props = { id: string; title: string; pairs: readonly PairLine[] }

/** People whom one mentors, or who mentor one: each leads to the space of the two. */
export function Pairs({ id, title, pairs }: Props) {
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="plain people">
        {pairs.map((pair) => (
          <li key={pair.mentorshipId}>
            <PersonCard
              name={pair.name}
              href={`/mentoring/${pair.mentorshipId}`}
              about={pair.nextWords ? `Next: ${pair.nextWords}` : 'No meeting booked yet'}
              why={`${kindOf(pair)}, ${stretch(pair.startedOn)}`}
              tag={pair.quietWeeks === null ? null : <Tag kind="warn">Quiet for {pair.quietWeeks} weeks</Tag>}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function kindOf({ unit, kind }: PairLine) {
  if (kind === 'statutory') return 'Arranged by a school'
  if (unit) return UNIT_NAMES[unit]
  return kind === 'placement' ? 'On a placement' : 'Between you two'
}
