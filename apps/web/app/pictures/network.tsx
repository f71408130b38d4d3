import { Picture } from '../components/picture.tsx'
import { kindWords } from './kind-words.ts'
import { NetworkDrawing } from './network-drawing.tsx'
import { type Folded, KINDS, type NetworkPerson, narrowDrawing, wideDrawing } from './network-layout.ts'

type Props = {
  /** The viewer's own name. */
  you: string
  people: readonly NetworkPerson[]
  /** People who are counted and not drawn. */
  folded?: readonly Folded[]
}

/** Your people around you, drawn the same way each time; on a phone with initials. With nobody yet, nothing. */
export function Network({ you, people, folded = [] }: Props) {
  if (people.length === 0) return null
  const total = folded.reduce((sum, fold) => sum + fold.count, people.length)
  const count = total === 1 ? 'one person' : `${total} people`
  return (
    <Picture
      caption={`${you} and ${count}. The line says how you know each other.`}
      drawing={
        <>
          <NetworkDrawing {...wideDrawing(people, folded)} size="wide" />
          <NetworkDrawing {...narrowDrawing(people, folded)} size="narrow" />
        </>
      }
      legend={<Legend people={people} />}
      factsTitle="The same people as a list"
      facts={<Facts people={people} folded={folded} />}
    />
  )
}

function Legend({ people }: { people: readonly NetworkPerson[] }) {
  const kinds = KINDS.filter((kind) => people.some((person) => person.kind === kind))
  return (
    <ul className="plain key">
      {kinds.map((kind) => (
        <li key={kind}>
          <svg viewBox="0 0 40 8" aria-hidden="true">
            <path className={`thread kind-${kind}`} d="M0 4H40" />
          </svg>
          {kindWords[kind]}
        </li>
      ))}
    </ul>
  )
}

function Facts({ people, folded }: Required<Omit<Props, 'you'>>) {
  return (
    <table className="stacks">
      <caption className="visually-hidden">Your people</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">How you know them</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, kind, name, href, why }) => (
          <tr key={`${kind} ${id}`}>
            <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
            <td>{why}</td>
          </tr>
        ))}
        {folded.map(({ kind, from, count }) => (
          <tr key={`${kind} ${from}`}>
            <th scope="row">{count} more</th>
            <td>{from ? `${kindWords[kind]}, ${from}` : kindWords[kind]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
