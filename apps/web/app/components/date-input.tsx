import type { ReactNode } from 'react'
import { dateParts } from '../date-parts.ts'
import { HintAndError } from './field.tsx'
import { describedBy, useField } from './form.tsx'

type Props = {
  name: string
  legend: ReactNode
  hint?: ReactNode
  /** An ISO day to start from. */
  defaultValue?: string
}

const PARTS = [
  ['day', 'Day', 'numeric'],
  ['month', 'Month', 'text'],
  ['year', 'Year', 'numeric'],
] as const

/** A day in three boxes; "1", "Sept", "27" will do. The verb gets one ISO day under `name`. */
export function DateInput({ name, legend, hint, defaultValue }: Props) {
  const { error, errors } = useField(name, undefined)
  const given = dateParts(defaultValue)
  const wrongPart = PARTS.find(([part]) => errors[`${name}.${part}`])?.[0]
  const said = error ?? (wrongPart && errors[`${name}.${wrongPart}`])
  return (
    <fieldset className={said ? 'field wrong' : 'field'} aria-describedby={describedBy(name, hint, said)}>
      <legend>{legend}</legend>
      <HintAndError name={name} hint={hint} error={said} />
      <div className="date">
        {PARTS.map(([part, label, inputMode], place) => (
          <DatePart
            key={part}
            id={place === 0 && wrongPart !== 'day' ? name : `${name}.${part}`}
            name={`${name}.${part}`}
            part={part}
            label={label}
            inputMode={inputMode}
            given={given[part]}
            isWrong={Boolean(said) && (!wrongPart || wrongPart === part)}
          />
        ))}
      </div>
    </fieldset>
  )
}

type PartProps = {
  id: string
  name: string
  part: string
  label: string
  inputMode: 'numeric' | 'text'
  given?: string
  isWrong: boolean
}

function DatePart({ id, name, part, label, inputMode, given, isWrong }: PartProps) {
  const { value } = useField(name, given)
  return (
    <div className={`part ${part}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        inputMode={inputMode}
        autoComplete="off"
        defaultValue={value}
        aria-invalid={isWrong ? true : undefined}
      />
    </div>
  )
}
