import type { ReactNode } from 'react'
import { describedBy, useField } from './form.tsx'

type Props = {
  name: string
  label: ReactNode
  hint?: ReactNode
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search' | 'file'
  defaultValue?: string
  /** More than one row makes it a text area. */
  rows?: number
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'email' | 'tel' | 'url' | 'search'
  maxLength?: number
  spellCheck?: boolean
  accept?: string
  lang?: string
}

/** A question with one answer in words: label, hint, what to correct, and the box. */
export function Field({ name, label, hint, type = 'text', defaultValue, rows, ...rest }: Props) {
  const { id, value, error } = useField(name, defaultValue)
  const shared = {
    id,
    name,
    'aria-describedby': describedBy(name, hint, error),
    'aria-invalid': error ? true : undefined,
    spellCheck: type === 'email' ? false : undefined,
    ...(type === 'password' || type === 'file' ? {} : { defaultValue: value }),
    ...rest,
  }
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <HintAndError name={name} hint={hint} error={error} />
      {rows && rows > 1 ? <textarea rows={rows} {...shared} /> : <input type={type} {...shared} />}
    </div>
  )
}

/** What stands between a label and its box. */
export function HintAndError({ name, hint, error }: { name: string; hint?: ReactNode; error?: string }) {
  return (
    <>
      {hint ? (
        <div className="hint" id={`${name}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <p className="err" id={`${name}-error`}>
          <span className="visually-hidden">Error: </span>
          {error}
        </p>
      ) : null}
    </>
  )
}
