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

/** The second: the six digits that went there. */
export function SameCodeForm({ email, demo, result }: { email: string; demo: boolean; result: unknown }) {
  return (
    <>
      <p>
        We’ve sent a mail to <strong>{email}</strong>. It can take five minutes; look in spam, too. Nothing is
        joined yet: first you see what will be together.
      </p>
      {demo ? (
        <p>
          In this demo, mails are in the <a href="/demo/outbox">outbox</a>.
        </p>
      ) : null}
      <PostForm result={result}>
        <input type="hidden" name="_step" value="code" />
        <Field
          name="code"
          label="Six-digit code"
          hint="It works for 15 minutes."
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        <SubmitButton pending="Checking…">See what will be together</SubmitButton>
      </PostForm>
    </>
  )
}
