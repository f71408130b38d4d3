import { Field } from './field.tsx'
import { PostForm } from './form.tsx'
import { SubmitButton } from './submit-button.tsx'

/** The first step: an address of what may be one's other record. */
export function SameAddressForm({ result }: { result: unknown }) {
  return (
    <>
      <p>
        Some people are here twice: once as they trained, once since a new school or a new name. If that is
        you, the two can be one, and nothing is lost.
      </p>
      <PostForm result={result}>
        <Field
          name="email"
          label="An e-mail address of the other record"
          hint="We send a code to it, to make sure that it is yours."
          type="email"
          autoComplete="email"
          inputMode="email"
        />
        <SubmitButton pending="Sending…">Send a code to it</SubmitButton>
      </PostForm>
    </>
  )
}
