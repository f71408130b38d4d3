import { Link } from '@remix-run/react'
import { longDay } from '../dates.ts'
import { STATE_WORDS } from './programme-words.ts'

interface Programme {
  id: string
  name: string
  state: keyof typeof STATE_WORDS
}

interface Mine extends Programme {
  side: 'mentor' | 'mentee'
  wishesUntil: string | null
  hasJoined: boolean
}

type Props = { mine: readonly Mine[]; led: readonly Programme[]; looksAfter: boolean }

/** The way to the programmes that somebody is asked into, is in or runs, while they are not finished; and to the boards. */
export function ProgrammeWays({ mine, led, looksAfter }: Props) {
  if (mine.length + led.length === 0 && !looksAfter) return null
  return (
    <section className="stack" aria-labelledby="programmes">
      <h2 id="programmes">Programmes</h2>
      <ul className="stack plain">
        {mine.map((one) => (
          <li key={one.id}>
            <Link to={`/programmes/${one.id}`}>{one.name}</Link>: {whatIsNext(one)}
          </li>
        ))}
        {led.map(({ id, name, state }) => (
          <li key={`led ${id}`}>
            <Link to={`/programmes/${id}`}>{name}</Link>, which you run: {STATE_WORDS[state].toLowerCase()}
          </li>
        ))}
        {looksAfter ? (
          <li>
            <Link to="/coordination">Pairs you look after, and how they stand</Link>
          </li>
        ) : null}
      </ul>
    </section>
  )
}

function whatIsNext({ hasJoined, side, state, wishesUntil }: Mine) {
  if (!hasJoined) return `you are asked to take part as a ${side}`
  if (state === 'wishes' && wishesUntil) return `say whom you would like until ${longDay(wishesUntil)}`
  return `you are in as a ${side}`
}
