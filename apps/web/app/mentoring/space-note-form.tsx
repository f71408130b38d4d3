import { ChoiceGroup } from '../components/choice-group.tsx'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'

/** A new note, and who may read it: that is asked each time, so that nobody shares by mistake. */
export function NoteForm({ result, name }: { result: unknown; name: string }) {
  return (
    <PostForm result={result}>
      <Field name="text" label="Write a note" hint="Leave out the names of pupils and families." rows={5} />
      <ChoiceGroup
        name="audience"
        legend="Who may read it?"
        choices={[
          { value: 'both', label: `You and ${name}` },
          { value: 'only_me', label: 'Only you', hint: `${name} never learns that there is one.` },
        ]}
      />
      <SubmitButton>Save the note</SubmitButton>
    </PostForm>
  )
}
