import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorSummary } from './error-summary.tsx'
import { PostForm } from './form.tsx'
import { SubmitButton } from './submit-button.tsx'

type Props = {
  /** The question, naming the thing: "End your connection with Siân Price?" */
  title: string
  /** What will happen and what stays. */
  children: ReactNode
  /** The words on the button: "End the connection". */
  confirm: string
  cancelHref: string
  cancel?: string
  isDangerous?: boolean
  /** Hidden fields for the action. */
  fields?: Record<string, string>
  result?: unknown
}

/** A page that asks once more before something that matters; a page, so it works everywhere. */
export function ConfirmPage({ title, children, confirm, cancelHref, cancel = 'Cancel', ...rest }: Props) {
  const { isDangerous, fields = {}, result } = rest
  return (
    <div className="stack">
      <ErrorSummary result={result} />
      <h1>{title}</h1>
      {children}
      <PostForm result={result}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="row">
          <SubmitButton kind={isDangerous ? 'danger' : 'main'}>{confirm}</SubmitButton>
          <Link to={cancelHref}>{cancel}</Link>
        </div>
      </PostForm>
    </div>
  )
}
