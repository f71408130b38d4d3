import type { ReactNode } from 'react'
import { HintAndError } from './field.tsx'
import { describedBy, useField } from './form.tsx'

type Props = { name: string; label: ReactNode; hint?: ReactNode; value?: string; defaultChecked?: boolean }

/** One box to tick. Ticked it sends `value` ("yes"), unticked nothing. */
export function Checkbox({ name, label, hint, value = 'yes', defaultChecked = false }: Props) {
  const { id, value: kept, error } = useField(name, defaultChecked ? value : '')
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <HintAndError name={name} error={error} />
      <div className="choice">
        <input
          id={id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={kept === value}
          aria-describedby={describedBy(name, hint, error)}
          aria-invalid={error ? true : undefined}
        />
        <span>
          <label htmlFor={id}>{label}</label>
          <HintAndError name={name} hint={hint} />
        </span>
      </div>
    </div>
  )
}
