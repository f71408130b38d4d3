import type { ReactNode } from 'react'
import { HintAndError } from './field.tsx'
import { describedBy, useField } from './form.tsx'

type Props = {
  name: string
  label: ReactNode
  hint?: ReactNode
  options: { value: string; label: string }[]
  defaultValue?: string
  /** The first line, for "no answer". */
  blank?: string
}

/** One choice out of many short ones; up to seven are better as a ChoiceGroup. */
export function Select({ name, label, hint, options, defaultValue, blank }: Props) {
  const { id, value, error } = useField(name, defaultValue)
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <HintAndError name={name} hint={hint} error={error} />
      <select
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
      >
        {blank === undefined ? null : <option value="">{blank}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
