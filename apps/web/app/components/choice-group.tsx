import type { ReactNode } from 'react'
import { HintAndError } from './field.tsx'
import { describedBy, useField } from './form.tsx'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode }

type Props = {
  name: string
  legend: ReactNode
  hint?: ReactNode
  choices: readonly Choice[]
  /** Several may be ticked: the verb then gets a list, also when it is empty or has one. */
  multiple?: boolean
  defaultValue?: string | readonly string[]
  /** A last choice after "or", such as "None of these". */
  otherwise?: Choice
}

/** A question answered by choosing: round buttons for one, boxes for several. */
export function ChoiceGroup({ name, legend, hint, choices, multiple, defaultValue, otherwise }: Props) {
  const { all, error } = useField(name, defaultValue as string | string[] | undefined)
  const shared = { name, multiple, chosen: all }
  return (
    <fieldset className={error ? 'field wrong' : 'field'} aria-describedby={describedBy(name, hint, error)}>
      <legend>{legend}</legend>
      <HintAndError name={name} hint={hint} error={error} />
      {multiple ? <input type="hidden" name={`${name}[]`} value="" /> : null}
      <div className="choices">
        {choices.map((choice, place) => (
          <OneChoice
            key={choice.value}
            {...choice}
            {...shared}
            id={place === 0 ? name : `${name}-${place + 1}`}
          />
        ))}
        {otherwise ? (
          <>
            <div className="or">or</div>
            <OneChoice {...otherwise} {...shared} id={choices.length ? `${name}-otherwise` : name} />
          </>
        ) : null}
      </div>
    </fieldset>
  )
}

type OneProps = Choice & { id: string; name: string; multiple?: boolean; chosen: string[] }

function OneChoice({ id, name, value, label, hint, multiple, chosen }: OneProps) {
  return (
    <div className="choice">
      <input
        id={id}
        type={multiple ? 'checkbox' : 'radio'}
        name={multiple ? `${name}[]` : name}
        value={value}
        defaultChecked={chosen.includes(value)}
        aria-describedby={hint ? `${id}-more` : undefined}
      />
      <span>
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <span className="hint" id={`${id}-more`}>
            {hint}
          </span>
        ) : null}
      </span>
    </div>
  )
}
