import { Link } from '@remix-run/react'
import { ChoiceGroup } from '../components/choice-group.tsx'
import { DateInput } from '../components/date-input.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { PairsPromise } from './promise.tsx'

type Props = { home: string; backHref: string; result: unknown }

/** Starting a programme: three questions. Nobody hears of it yet. */
export function NewProgramme({ home, backHref, result }: Props) {
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>Start a mentoring programme in {home}</h1>
      <PairsPromise />
      <p>Nobody hears of it yet. Next you ask people in, and only who says yes is matched.</p>
      <PostForm result={result}>
        <Field
          name="name"
          label="What to call it"
          hint="Such as “Mentors for our first year”."
          maxLength={80}
        />
        <ChoiceGroup name="unit" legend="What each mentor gives" choices={UNITS} defaultValue="year" />
        <DateInput name="startsOn" legend="When it is to start" hint="For example 4 1 2027" />
        <SubmitButton pending="Starting…">Start it</SubmitButton>
      </PostForm>
      <p>
        <Link to={backHref}>Back</Link>
      </p>
    </div>
  )
}

const UNITS = [
  { value: 'year', label: 'A year of mentoring' },
  { value: 'half_term', label: 'Half a term' },
  { value: 'call', label: 'One call' },
  { value: 'question', label: 'One question answered' },
]
