import type { ReactNode } from 'react'

type Props = {
  /** What this will be: "Your people will be here". */
  title: string
  /** A sentence or an example. */
  children: ReactNode
  /** One link or button. */
  action?: ReactNode
}

/** A place with nothing in it yet: what it will be, an example, and the way to begin. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <div>{children}</div>
      {action}
    </div>
  )
}
