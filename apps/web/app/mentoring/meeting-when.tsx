import type { ReactNode } from 'react'
import { ChoiceGroup } from '~/components/choice-group.tsx'
import { DateInput } from '~/components/date-input.tsx'
import { Field } from '~/components/field.tsx'
import { WAY_CHOICES } from './meeting-words.ts'

type When = { on?: string | null; at?: string | null }

/** A day and a time. `name` stands before both fields when there are several. */
export function WhenFields({ name, legend, given = {} }: { name?: string; legend: ReactNode; given?: When }) {
  const field = (part: string) => (name ? `${name}.${part}` : part)
  return (
    <>
      <DateInput name={field('on')} legend={legend} defaultValue={given.on ?? undefined} />
      <Field
        name={field('at')}
        label={name ? `Time for ${TIMES[name]}` : 'Time'}
        hint="Such as 3:45pm."
        defaultValue={given.at ?? undefined}
      />
    </>
  )
}

const TIMES: Record<string, string> = { first: 'that day', second: 'the second day', third: 'the third day' }

type How = { minutes?: number | null; way?: string; place?: string | null }

/** How long, which way, and where. */
export function HowFields({ minutes, way = 'online', place }: How) {
  return (
    <>
      <Field
        name="minutes"
        label="How many minutes"
        inputMode="numeric"
        defaultValue={String(minutes ?? 30)}
      />
      <ChoiceGroup name="way" legend="How" choices={WAY_CHOICES} defaultValue={way} />
      <Field
        name="place"
        label="Link, number or room"
        hint="Only you two read it, here: it is in no calendar and no letter."
        defaultValue={place ?? undefined}
      />
    </>
  )
}
