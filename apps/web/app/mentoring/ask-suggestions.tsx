import { PersonCard } from '../components/person-card.tsx'
import type { Values } from '../form-raw.ts'

export interface Suggested {
  personId: string
  name: string
  hasPage: boolean
  note: string | null
  why: string[]
}

/** Up to five mentors, each with why. The order is no ranking to read anything from, and nothing is counted. */
export function SuggestedList({ suggestions }: { suggestions: readonly Suggested[] }) {
  return (
    <ul className="plain people">
      {suggestions.map(({ personId, name, hasPage, note, why }) => (
        <li key={personId}>
          <PersonCard
            name={name}
            href={hasPage ? `/people/${personId}` : undefined}
            about={note ? `“${note}”` : undefined}
            why={`${capital(why[0] ?? '')}${why
              .slice(1)
              .map((reason) => `, ${reason}`)
              .join('')}.`}
          />
        </li>
      ))}
    </ul>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** The answers go with the form from page to page, so that none is lost and none is in an address. */
export function CarriedAnswers({ answers }: { answers: Values }) {
  return (
    <>
      {Object.entries(answers).flatMap(([name, value]) =>
        Array.isArray(value)
          ? value.map((one) => <input key={`${name} ${one}`} type="hidden" name={`${name}[]`} value={one} />)
          : [<input key={name} type="hidden" name={name} value={value} />],
      )}
    </>
  )
}
