import { Link } from '@remix-run/react'

export interface AskedInto {
  id: string
  name: string
  side: 'mentor' | 'mentee'
}

/** Programmes that wait for a yes or a no: each a sentence, and one link to where it is said. */
export const programmeTodos = (asked: readonly AskedInto[]) =>
  asked.map(({ id, name, side }) => ({
    id: `programme ${id}`,
    text:
      side === 'mentor'
        ? `Would you be a mentor in “${name}”? A no is fine.`
        : `Would you like a mentor in “${name}”? A no is fine.`,
    action: (
      <Link className="btn quiet" to={`/programmes/${id}`}>
        Answer<span className="visually-hidden"> about “{name}”</span>
      </Link>
    ),
  }))
