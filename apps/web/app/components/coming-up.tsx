import { Link } from '@remix-run/react'
import { longDay } from '../dates.ts'

type Item = {
  id: string
  kind: string
  title: string
  pageId: string | null
  when: string
  startedOn: string
}

/** What this person has said will begin. */
export function ComingUp({ items }: { items: readonly Item[] }) {
  const next = items.filter(({ when }) => when === 'next')
  if (next.length === 0) return null
  return (
    <section className="stack" aria-labelledby="coming-up">
      <h2 id="coming-up">Coming up</h2>
      <ul className="plain stack">
        {next.map(({ id, kind, title, pageId, startedOn }) => (
          <li key={id}>
            {kind === 'school' ? 'You start at ' : null}
            {kind === 'school' && pageId ? <Link to={`/schools/${pageId}`}>{title}</Link> : title}
            {kind === 'school' ? ' on ' : ', from '}
            <time dateTime={startedOn}>{longDay(startedOn)}</time>
          </li>
        ))}
      </ul>
    </section>
  )
}
