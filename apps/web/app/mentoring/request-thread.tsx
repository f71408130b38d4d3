import { ukDay } from '../dates.ts'

type Props = {
  words: readonly { by: string; text: string; at: number }[]
  mentor: string
  mentee: string
  /** Tells two such parts of one page apart. */
  id?: string
}

/** What a mentor asked before they answered, and the answers. */
export function RequestThread({ words, mentor, mentee, id = 'asked-first' }: Props) {
  if (words.length === 0) return null
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{mentor} asked first</h2>
      <ul className="plain stack">
        {words.map(({ by, text, at }) => (
          <li key={`${by} ${at}`} className="card stack">
            <p className="row">
              <strong>{by === 'mentor' ? mentor : mentee}</strong>
              <span className="muted">{ukDay(at)}</span>
            </p>
            <p className="letter">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
