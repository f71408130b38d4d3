import { PostForm } from '../components/form.tsx'
import { Select } from '../components/select.tsx'
import { SubmitButton } from '../components/submit-button.tsx'

interface Wished {
  personId: string
  name: string
  subject: string | null
  rank: number | null
}

type Props = { people: readonly Wished[]; isOpen: boolean; result: unknown }

const [FEWEST, SPARE, MOST] = [3, 2, 20]

/** Somebody's own wishes in order; the same place twice is a tie. Saving gives more lines. */
export function WishesForm({ people, isOpen, result }: Props) {
  const wishes = people.filter(({ rank }) => rank !== null).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  if (!isOpen) return <Said wishes={wishes} />
  const lines = Math.min(MOST, people.length, Math.max(FEWEST, wishes.length + SPARE))
  return (
    <PostForm result={result}>
      {Array.from({ length: lines }, (_, at) => (
        <OneWish key={wishes[at]?.personId ?? `line ${at}`} at={at} wish={wishes[at]} people={people} />
      ))}
      <SubmitButton>Save my wishes</SubmitButton>
    </PostForm>
  )
}

function OneWish({ at, wish, people }: { at: number; wish?: Wished; people: readonly Wished[] }) {
  return (
    <fieldset className="field">
      <legend>Wish {at + 1}</legend>
      <Select
        name={`wish.${at}.personId`}
        label="Somebody you would like"
        options={people.map(({ personId, name, subject }) => ({
          value: personId,
          label: subject ? `${name}, ${subject}` : name,
        }))}
        blank="Nobody here"
        defaultValue={wish?.personId}
      />
      <Select
        name={`wish.${at}.rank`}
        label="In which place"
        hint={at === 0 ? 'Two in the same place are as good as each other.' : undefined}
        options={PLACES}
        defaultValue={String(wish?.rank ?? at + 1)}
      />
    </fieldset>
  )
}

function Said({ wishes }: { wishes: readonly Wished[] }) {
  if (wishes.length === 0)
    return <p className="muted">You wished for nobody, and are matched all the same.</p>
  return (
    <ul>
      {wishes.map(({ personId, name, rank }) => (
        <li key={personId}>
          {name}, place {rank}
        </li>
      ))}
    </ul>
  )
}

const PLACES = Array.from({ length: MOST }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))
