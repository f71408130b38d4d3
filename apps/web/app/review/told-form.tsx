import { ChoiceGroup } from '../components/choice-group.tsx'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { SchoolPicker } from '../components/school-picker.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { schoolOption } from '../school-option.ts'

type Match = Parameters<typeof schoolOption>[0]
type School = { name: string; nation: string | null; seedCode: string | null; matches: readonly Match[] }

/** What a school told of by name is, with what each answer would do. */
export function ToldForm({ school, result }: { school: School; result: unknown }) {
  const { name, matches } = school
  const likely = matches.map(schoolOption)
  return (
    <PostForm result={result}>
      <ChoiceGroup
        name="outcome"
        legend={`What is ${name}?`}
        hint="Whatever you choose is kept on record and can be undone."
        choices={ANSWERS}
      />
      {likely.length > 0 ? (
        <ChoiceGroup
          name="toSchoolId"
          legend="Which school of the list?"
          hint="Only if it is in the list. These are the likeliest."
          choices={likely.map(({ ref, name: school, where }) => ({ value: ref, label: school, hint: where }))}
          otherwise={{ value: '', label: 'Another school', hint: 'Find it below.' }}
        />
      ) : null}
      <SchoolPicker
        name="school"
        label={likely.length > 0 ? 'Another school of the list' : 'Which school of the list?'}
        result={result}
      />
      {hasNumber(school) ? (
        <Field
          name="ref"
          label={school.nation === 'scotland' ? 'Its SEED code' : 'Its reference in Northern Ireland'}
          hint="Only for a school of its own, if you know it."
          inputMode="numeric"
          autoComplete="off"
        />
      ) : null}
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

const hasNumber = ({ nation, seedCode }: School) =>
  (nation === 'scotland' && !seedCode) || nation === 'northern_ireland'

const ANSWERS = [
  {
    value: 'listed',
    label: 'A school of the list',
    hint: 'Time told of here is time there, on the same days. Its people are told, and can correct it.',
  },
  {
    value: 'own',
    label: 'A school of its own',
    hint: 'In no list we hold, such as one in Scotland, Northern Ireland or abroad. From now on everybody finds it.',
  },
  {
    value: 'not_a_school',
    label: 'Not a school',
    hint: 'Nobody else finds it. Whoever wrote it down is asked which school they meant, and keeps everything meanwhile.',
  },
]
