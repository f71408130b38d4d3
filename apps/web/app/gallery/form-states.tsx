import { Checkbox } from '../components/checkbox.tsx'
import { ChoiceGroup } from '../components/choice-group.tsx'
import { DateInput } from '../components/date-input.tsx'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { SchoolPicker } from '../components/school-picker.tsx'
import { Select } from '../components/select.tsx'
import { SubmitButton } from '../components/submit-button.tsx'

/** Every field there is; with a result from a refused try, in its error state. */
export function EveryField({ result }: { result: unknown }) {
  return (
    <PostForm result={result}>
      <Field
        name="name"
        label="Your name"
        hint="As you like to be called"
        autoComplete="name"
        spellCheck={false}
      />
      <Field name="email" label="Your own e-mail address" type="email" autoComplete="email" />
      <Field name="note" label="A sentence to go with it" rows={3} />
      <SchoolPicker name="school" label="Where are you moving to?" result={result} />
      <DateInput name="startedOn" legend="When do you start?" hint="For example, 1 9 2027 or 1 Sept 27" />
      <Select name="stage" label="Stage" blank="Choose a stage" options={STAGES} />
      <ChoiceGroup name="pattern" legend="How much do you work?" choices={PATTERNS} otherwise={NEITHER} />
      <ChoiceGroup name="tell" legend="Who may know?" choices={TELL} multiple />
      <Checkbox name="shared" label="This is a shared computer" hint="We sign you out after 30 minutes." />
      <div className="row">
        <SubmitButton>Save and continue</SubmitButton>
        <a href="/demo/states">Cancel</a>
      </div>
    </PostForm>
  )
}

const STAGES = [
  { value: 'training', label: 'In training' },
  { value: 'first', label: 'First year' },
]
const PATTERNS = [
  { value: 'full', label: 'Full time', hint: 'Ten half days a week' },
  { value: 'part', label: 'Part time' },
]
const NEITHER = { value: 'unsure', label: 'I do not know yet' }
const TELL = [
  { value: 'group', label: 'My training group' },
  { value: 'ties', label: 'Everyone I am tied to' },
]
