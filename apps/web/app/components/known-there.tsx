import { Link } from '@remix-run/react'
import type { near } from '@wirearchy/domain/network'
import { usePastDay, usePastHref } from '../past.ts'
import { PersonCard } from './person-card.tsx'

type Near = Awaited<ReturnType<typeof near>>

/** Whom the viewer knows at a school, and who is two steps away and lets people find them so, with the reason. */
export function KnownThere({ known, twoSteps, school }: Near & { school: string }) {
  const [on, past] = [usePastDay(), usePastHref()]
  if (on && known.length === 0 && twoSteps.length === 0)
    return <p>Nobody you knew by then lets you see that they were at {school} that day.</p>
  if (known.length === 0 && twoSteps.length === 0)
    return (
      <p>
        Nobody you know has told you that they are at {school}. When somebody does, they will be here with how
        you know them.
      </p>
    )
  return (
    <div className="stack">
      <ul className="plain people">
        {known.map(({ id, name, reasons }) => (
          <li key={id}>
            <PersonCard name={name} href={past(`/people/${id}`)} why={reasons.map(capital).join(' · ')} />
          </li>
        ))}
      </ul>
      {twoSteps.length > 0 ? (
        <>
          <h3>Two steps away</h3>
          <ul className="plain people">
            {twoSteps.map((person) => (
              <li key={person.id}>
                <PersonCard name={person.name} why={<Through {...person} />} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

function Through({ through, unnamed }: Near['twoSteps'][number]) {
  const past = usePastHref()
  return (
    <>
      {through.map(({ id, name, reason, theirs }) => (
        <span key={id}>
          Through <Link to={past(`/people/${id}`)}>{name}</Link> (with you: {reason}; with them: {theirs}).{' '}
        </span>
      ))}
      {unnamed > 0
        ? through.length > 0
          ? 'And through others you both know.'
          : 'Through someone you both know.'
        : null}
    </>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
