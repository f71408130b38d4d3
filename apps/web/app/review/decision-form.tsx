import { ChoiceGroup } from '../components/choice-group.tsx'
import { DateInput } from '../components/date-input.tsx'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { SchoolPicker } from '../components/school-picker.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { longDay } from '../dates.ts'
import { whereOf } from './words.ts'

type Side = { id: string; name: string; town: string | null; urn: string | null; status: string }
type Change = { kind: string; effectiveOn: string; from: Side; to: Side | null; candidates: readonly Side[] }

/** What happened to the school, with what each answer would do; which one follows it; and why. */
export function DecisionForm({ change, result }: { change: Change; result: unknown }) {
  const { kind, to, candidates, effectiveOn } = change
  const isOther = kind === 'reopened' || kind === 'renamed'
  return (
    <PostForm result={result}>
      <ChoiceGroup
        name="what"
        legend={`What happened to ${change.from.name}?`}
        hint="Whatever you choose is kept on record and can be undone."
        choices={isOther ? [{ value: 'as_told', label: 'It is so' }] : answersTo(change)}
        otherwise={{
          value: 'nothing',
          label: 'None of these',
          hint: 'Nothing changes for anybody. If a newer file tells it in another way, it comes back here.',
        }}
      />
      {isOther ? null : (
        <>
          {candidates.length > 0 ? (
            <ChoiceGroup
              name="toSchoolId"
              legend="Which school follows it?"
              hint="Only for a new number, or when it became part of another."
              choices={candidates.map((one) => ({ value: one.id, label: one.name, hint: whereOf(one) }))}
              defaultValue={to?.id ?? (candidates.length === 1 ? candidates[0]?.id : undefined)}
              otherwise={{ value: '', label: 'Another school', hint: 'Find it below.' }}
            />
          ) : null}
          <SchoolPicker
            name="school"
            label={candidates.length > 0 ? 'Another school that follows it' : 'Which school follows it?'}
            result={result}
          />
          <DateInput
            name="on"
            legend={`Another last day of ${change.from.name}`}
            hint={`Leave it empty if ${longDay(effectiveOn)} is right.`}
          />
        </>
      )}
      <Field
        name="why"
        label="Why (you may leave this out)"
        hint="For whoever looks at this later. Name no person."
        maxLength={300}
      />
      <SubmitButton>Decide</SubmitButton>
    </PostForm>
  )
}

const answersTo = ({ effectiveOn, from }: Change) => [
  {
    value: 'replaced',
    label: 'It goes on under a new number',
    hint: 'One school, perhaps with a new name. Nobody moves, and both numbers find it.',
  },
  {
    value: 'merged',
    label: 'It became part of another school',
    hint: `Time at ${from.name} ends on ${longDay(effectiveOn)} and goes on at that school from the next day. Nobody there is anybody’s colleague before that day.`,
  },
  {
    value: 'split',
    label: 'Several schools follow it',
    hint: 'Nobody is moved. Each person is asked where they are now; who does not answer keeps their ties.',
  },
  {
    value: 'closed',
    label: 'It closed, and none follows it',
    hint: `Time there ends on ${longDay(effectiveOn)}. Everybody keeps the people they know.`,
  },
]
