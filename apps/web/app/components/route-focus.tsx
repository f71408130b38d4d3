import { useLocation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'

/** After a move to another page with JavaScript: the heading gets the focus and the title is read out. */
export function RouteFocus() {
  const { pathname } = useLocation()
  const last = useRef(pathname)
  const [title, setTitle] = useState('')

  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    focusHeading()
    setTitle(document.title)
  }, [pathname])

  return (
    <div className="visually-hidden" role="status">
      {title}
    </div>
  )
}

function focusHeading() {
  const heading = document.querySelector<HTMLElement>('main h1')
  if (!heading || document.activeElement?.closest('.problems')) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
