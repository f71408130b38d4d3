import { Field } from './field.tsx'
import { PostForm } from './form.tsx'
import { Select } from './select.tsx'
import { SubmitButton } from './submit-button.tsx'

const DAYS = [
  { value: '1', label: 'Until tomorrow' },
  { value: '7', label: 'A week' },
  { value: '30', label: 'A month' },
  { value: '90', label: 'Three months' },
  { value: '365', label: 'A year' },
]

/** Makes a link: how long it works, and for how many. */
export function LinkForm({ result, isFirst }: { result: unknown; isFirst: boolean }) {
  return (
    <section className="stack" aria-labelledby="new-link">
      <h2 id="new-link">{isFirst ? 'Make a link' : 'Make another link'}</h2>
      <PostForm result={result}>
        <Select name="days" label="How long it works" options={DAYS} defaultValue="30" />
        <Field
          name="maxUses"
          label="How many people may use it"
          hint="Leave this out for no limit."
          inputMode="numeric"
        />
        <Field
          name="subgroup"
          label="For a part of the group"
          hint="Such as “Physics”. Leave it out for the whole group."
        />
        <SubmitButton pending="Making…">Make the link</SubmitButton>
      </PostForm>
    </section>
  )
}
