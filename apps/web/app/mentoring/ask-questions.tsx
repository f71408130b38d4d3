import { Checkbox } from '../components/checkbox.tsx'
import { ChoiceGroup } from '../components/choice-group.tsx'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { WAY_CHOICES } from './meeting-words.ts'

interface Choice {
  value: string
  label: string
  hint?: string
}

export interface Choices {
  topics: readonly Choice[]
  /** With the usual wait for each as its hint. */
  units: readonly Choice[]
  soons: readonly Choice[]
}

type Props = { result: unknown; choices: Choices }

/** What about, how and how soon; sent to the page that shows whom to ask, never in an address. */
export function Questions({ result, choices }: Props) {
  return (
    <PostForm result={result} action="/mentoring/ask/suggestions">
      <h2>1. What about?</h2>
      <Field
        name="need"
        label="What would you like help with, in a sentence?"
        hint="Mentors whom you ask read it, your school never does. 300 characters at most."
        rows={3}
      />
      <ChoiceGroup
        name="topics"
        legend="Which of these is it? Up to three"
        multiple
        choices={choices.topics}
      />
      <h2>2. How?</h2>
      <ChoiceGroup name="unit" legend="How much?" choices={choices.units} />
      <ChoiceGroup name="ways" legend="Which ways suit you?" multiple choices={WAY_CHOICES} />
      <h2>3. How soon?</h2>
      <ChoiceGroup name="soon" legend="When would it help?" choices={choices.soons} />
      <Checkbox name="outsideMySchool" label="Not from my school" />
      <SubmitButton name="_do" value="find" pending="Looking…">
        See whom you could ask
      </SubmitButton>
    </PostForm>
  )
}
