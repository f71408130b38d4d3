import { useFormAction, useNavigation } from '@remix-run/react'
import type { MouseEvent, ReactNode } from 'react'

type Props = {
  children: ReactNode
  /** What it says while it works. */
  pending?: string
  kind?: 'main' | 'quiet' | 'danger'
  /** For forms with more than one button. */
  name?: string
  value?: string
  /** Where this form posts, when not to its own page. */
  action?: string
}

/** The button that sends a form. Pressed twice it sends once; both of its words fit, so it never changes width. */
export function SubmitButton({ children, pending = 'Saving…', kind = 'main', name, value, action }: Props) {
  const isSending = useIsSending(action, name, value)
  const refuseTwice = (event: MouseEvent) => {
    if (isSending) event.preventDefault()
  }
  return (
    <button
      type="submit"
      name={name}
      value={value}
      className={kind === 'main' ? 'btn' : `btn ${kind}`}
      aria-disabled={isSending || undefined}
      onClick={refuseTwice}
    >
      <span className="pending">
        <span hidden={isSending}>{children}</span>
        <span hidden={!isSending}>{pending}</span>
      </span>
    </button>
  )
}

function useIsSending(action: string | undefined, name?: string, value?: string) {
  const { state, formAction, formData } = useNavigation()
  const own = useFormAction(action)
  if (state === 'idle' || formAction !== own) return false
  return name ? formData?.get(name) === value : true
}
