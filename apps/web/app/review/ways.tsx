import { Link } from '@remix-run/react'

const LISTS = [
  ['/schools/review', 'Wait for a decision'],
  ['/schools/review?show=decided', 'Decided'],
  ['/schools/review?show=by_rule', 'Applied by the rules'],
  ['/schools/review/told', 'Told of by name'],
] as const

/** The lists that whoever looks after the schools goes between; the one they read is marked. */
export function ReviewWays({ here }: { here: string }) {
  return (
    <nav aria-label="The school list">
      <ul className="plain row">
        {LISTS.map(([to, name]) => (
          <li key={to}>
            {to === here ? <strong aria-current="page">{name}</strong> : <Link to={to}>{name}</Link>}
          </li>
        ))}
      </ul>
    </nav>
  )
}
