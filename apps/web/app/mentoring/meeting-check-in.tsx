import { ChoiceGroup } from '~/components/choice-group.tsx'
import { Field } from '~/components/field.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { TAPS, WANTS } from './meeting-check-in-words.ts'

/** Three taps, a line, and what would help now. */
export function CheckInForm({ result }: { result: unknown }) {
  return (
    <PostForm result={result}>
      {TAPS.map(({ name, question, answers }) => (
        <ChoiceGroup
          key={name}
          name={name}
          legend={question}
          choices={answers.map((label, place) => ({ value: String(place + 1), label }))}
        />
      ))}
      <Field name="line" label="Anything more, for yourself" hint="You can leave this out." />
      <ChoiceGroup name="wants" legend="What would help now?" choices={WANTS} defaultValue="nothing" />
      <SubmitButton pending="Sending…">Send</SubmitButton>
    </PostForm>
  )
}
