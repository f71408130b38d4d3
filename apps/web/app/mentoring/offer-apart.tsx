import { ChoiceGroup } from '../components/choice-group.tsx'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'

const WHYS = [
  { value: 'dispute', label: 'We had a dispute' },
  { value: 'family', label: 'We are family, or close' },
  { value: 'assesses_me', label: 'They assess or manage one of us' },
]

export interface KeptApart {
  keptId: string
  name: string
  why: string
}

/** Who is on the private list, and a way to take each off. */
export function ApartList({ apart }: { apart: readonly KeptApart[] }) {
  return (
    <ul className="plain todo">
      {apart.map(({ keptId, name, why }) => (
        <li key={keptId}>
          <span>
            {name} <span className="muted">{WHYS.find(({ value }) => value === why)?.label}</span>
          </span>
          <PostForm>
            <input type="hidden" name="keptId" value={keptId} />
            <SubmitButton kind="quiet" name="_do" value="lift" pending="Taking them off…">
              Take {name} off
            </SubmitButton>
          </PostForm>
        </li>
      ))}
    </ul>
  )
}

type Props = { q: string | null; found: readonly { id: string; name: string }[]; result: unknown }

/** Finds somebody by name, then asks why. */
export function AddApart({ q, found, result }: Props) {
  return (
    <>
      <PostForm method="get" className="search">
        <Field name="q" label="Find somebody by name" type="search" defaultValue={q ?? undefined} />
        <SubmitButton pending="Looking…">Find</SubmitButton>
      </PostForm>
      {q && found.length === 0 ? (
        <p>Nobody whom you can see is called “{q}”. Check the spelling, or try part of the name.</p>
      ) : null}
      {found.length > 0 ? (
        <PostForm result={result}>
          <ChoiceGroup
            name="personId"
            legend="Who?"
            choices={found.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ChoiceGroup name="why" legend="Why? Only you read it." choices={WHYS} />
          <SubmitButton name="_do" value="keep">
            Never put us together
          </SubmitButton>
        </PostForm>
      ) : null}
    </>
  )
}
