import { Checkbox } from '../components/checkbox.tsx'
import { ChoiceGroup } from '../components/choice-group.tsx'
import { DateInput } from '../components/date-input.tsx'
import { longDay } from '../dates.ts'
import { KINDS, labelOf } from './words.ts'

export type Stay = {
  id: string
  schoolName: string
  kind: string
  startedOn: string
  finishedOn: string | null
}

/** Which school is left, and when. With two it asks; with none there is nothing to ask. */
export function LeavingPart({ stays }: { stays: readonly Stay[] }) {
  const [only] = stays
  if (!only) return null
  const names = stays.map(({ schoolName }) => schoolName)
  return (
    <>
      {stays.length === 1 ? (
        <p>
          You are at <strong>{only.schoolName}</strong>, since {longDay(only.startedOn)}.
        </p>
      ) : (
        <ChoiceGroup
          name="leaving"
          legend="Which one are you leaving?"
          hint="Only what you tick ends."
          multiple
          choices={stays.map(({ id, schoolName, kind, startedOn }) => ({
            value: id,
            label: schoolName,
            hint: `${labelOf(KINDS, kind)}, since ${longDay(startedOn)}`,
          }))}
        />
      )}
      <DateInput
        name="leaveOn"
        legend={stays.length === 1 ? `Your last day at ${only.schoolName}` : 'Your last day there'}
        hint="Leave it empty if it is the day before you start at the next school."
      />
      <Checkbox
        name="besides"
        label={`I stay at ${names.join(' and ')}: the new school comes beside it`}
        hint="For part-time posts at two schools."
      />
    </>
  )
}
