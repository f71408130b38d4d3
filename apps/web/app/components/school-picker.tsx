import { lazy, type ReactNode, Suspense, startTransition, useEffect, useState } from 'react'
import { optionsIn, type SchoolOption } from '../school-option.ts'
import { ChoiceGroup } from './choice-group.tsx'
import { Field, HintAndError } from './field.tsx'
import { describedBy, resultOf, useField } from './form.tsx'

type Props = {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** The action's data: after a search without JavaScript it holds the schools to choose from. */
  result?: unknown
  /** The school it stands at when the form opens. */
  chosen?: SchoolOption
}

const SchoolCombobox = lazy(() => import('./school-combobox.tsx'))
const HINT = 'Name, town, postcode or URN. You can write St or Saint.'

/**
 * Finds one school. With JavaScript the matches show while typing; without, the words are sent and come back as choices.
 * The verb gets the school's reference under `name`; use chosenSchool() in the action.
 */
export function SchoolPicker({ name, label, hint = HINT, result, chosen }: Props) {
  const [hasScript, setHasScript] = useState(false)
  useEffect(() => startTransition(() => setHasScript(true)), [])
  const found = foundSchools(result, name)

  if (found?.length) return <FoundSchools name={name} label={label} found={found} />
  const plain = <PlainBox name={name} label={label} hint={hint} chosen={chosen} />
  return (
    <Suspense fallback={plain}>
      {hasScript ? <SchoolCombobox name={name} label={label} hint={hint} chosen={chosen} /> : plain}
    </Suspense>
  )
}

/** What the search just found, or what was chosen from before, when the form is refused for something else. */
function foundSchools(result: unknown, name: string): SchoolOption[] | undefined {
  const { choices, values = {} } = resultOf(result)
  return choices?.[name] ?? optionsIn(values[`_${name}.found`])
}

/** The words go beside the form; a school chosen before is sent along as long as its name still stands in the box. */
function PlainBox({ name, label, hint, chosen }: Omit<Props, 'result'>) {
  const { error } = useField(name, chosen?.ref)
  const { value } = useField(`_${name}.words`, chosen?.name)
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={name}>{label}</label>
      <HintAndError name={name} hint={hint} error={error} />
      <input
        id={name}
        name={`_${name}.words`}
        type="text"
        autoComplete="off"
        spellCheck={false}
        defaultValue={value}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
      />
      {chosen ? <input type="hidden" name={`_${name}.was`} value={`${chosen.ref} ${chosen.name}`} /> : null}
    </div>
  )
}

function FoundSchools({ name, label, found }: { name: string; label: ReactNode; found: SchoolOption[] }) {
  const choices = found.map(({ ref, name: school, where }) => ({ value: ref, label: school, hint: where }))
  return (
    <>
      <input type="hidden" name={`_${name}.found`} value={JSON.stringify(found)} />
      <ChoiceGroup
        name={name}
        legend={label}
        hint="Choose your school, then carry on."
        choices={choices}
        defaultValue={found.length === 1 ? found[0]?.ref : undefined}
        otherwise={{ value: '', label: 'None of these', hint: 'Search again below.' }}
      />
      <Field name={`_${name}.words`} label="Search for another school" hint={HINT} />
    </>
  )
}
