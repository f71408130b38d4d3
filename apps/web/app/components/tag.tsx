import type { ReactNode } from 'react'

/** A short word about the thing beside it: "New", "Left", "Waiting". */
export function Tag({ kind, children }: { kind?: 'ok' | 'warn' | 'info'; children: ReactNode }) {
  return <span className={kind ? `tag ${kind}` : 'tag'}>{children}</span>
}
