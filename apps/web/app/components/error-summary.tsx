import { useEffect, useRef } from 'react'
import { resultOf } from './form.tsx'

/**
 * What to correct, first on the page, with a link to each field. Nothing when nothing is wrong.
 * Without JavaScript the browser gives it the focus; with it, each new refusal does.
 */
export function ErrorSummary({ result }: { result: unknown }) {
  const box = useRef<HTMLDivElement>(null)
  const { errors = {} } = resultOf(result)
  const entries = Object.entries(errors)
  useEffect(() => {
    if (!result || !box.current) return
    box.current.focus()
    if (!document.title.startsWith('Error: ')) document.title = `Error: ${document.title}`
  }, [result])

  if (entries.length === 0) return null
  return (
    <div
      ref={box}
      className="problems"
      role="alert"
      tabIndex={-1}
      {...withoutScript}
      aria-labelledby="problems-title"
    >
      <h2 id="problems-title">There is a problem</h2>
      <ul>
        {entries.map(([name, sentence]) => (
          <li key={name}>{name ? <a href={`#${name}`}>{sentence}</a> : sentence}</li>
        ))}
      </ul>
    </div>
  )
}

/** The summary is what the page is about now, so it may take the focus as it loads. */
const withoutScript = { autoFocus: true }
