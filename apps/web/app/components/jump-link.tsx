import type { MouseEvent, ReactNode } from 'react'

type Props = { to: string; className?: string; children: ReactNode }

/**
 * A link to a place on this page. With JavaScript it moves the focus itself: the router would take a new `#` for a new
 * visit and forget what a refused form said.
 */
export function JumpLink({ to, className, children }: Props) {
  return (
    <a href={`#${to}`} className={className} onClick={(event) => jump(event, to)}>
      {children}
    </a>
  )
}

function jump(event: MouseEvent, id: string) {
  const place = document.getElementById(id)
  if (!place) return
  event.preventDefault()
  place.scrollIntoView()
  place.focus({ preventScroll: true })
}
