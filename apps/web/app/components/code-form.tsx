import type { ReactNode } from 'react'
import { Field } from './field.tsx'
import { PostForm } from './form.tsx'
import { SubmitButton } from './submit-button.tsx'

type Props = {
  /** Where the code went. */
  email: string
  demo: boolean
  result: unknown
  /** What the button does. */
  button: string
  /** A sentence after where to look. */
  children?: ReactNode
}

/** The second step of showing that an address is one's own: the six digits that went there. */
export function CodeForm({ email, demo, result, button, children }: Props) {
  return (
    <>
      <p>
        We’ve sent a mail to <strong>{email}</strong>. It can take five minutes; look in spam, too. {children}
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
        <SubmitButton pending="Checking…">{button}</SubmitButton>
      </PostForm>
    </>
  )
}
