import { Checkbox } from '../components/checkbox.tsx'
import { DateInput } from '../components/date-input.tsx'
import { PostForm, resultOf } from '../components/form.tsx'
import { Select } from '../components/select.tsx'
import { SubmitButton } from '../components/submit-button.tsx'

interface Colleague {
  stintId: string
  name: string
  as: string
}

type Props = { colleagues: readonly Colleague[]; result: unknown }

/** Who becomes the mentor, and from when; asked once more where they may assess the person too. */
export function GiveMentorForm({ colleagues, result }: Props) {
  const { errors = {}, values = {} } = resultOf(result)
  const isWarned = '_nobodyElse' in errors || values._nobodyElse !== undefined
  return (
    <PostForm result={result}>
      <Select
        name="mentorStintId"
        label="Mentor"
        hint="Somebody who does not assess or manage them."
        blank="Choose somebody here"
        options={colleagues.map(({ stintId, name, as }) => ({ value: stintId, label: `${name}, ${as}` }))}
      />
      <DateInput name="startsOn" legend="From" />
      {isWarned ? <Checkbox name="_nobodyElse" label="There is nobody else who could" /> : null}
      <SubmitButton>Put them together</SubmitButton>
    </PostForm>
  )
}
