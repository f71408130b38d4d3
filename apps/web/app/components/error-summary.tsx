import { type ReactNode, useEffect, useRef } from 'react'
import { resultOf } from './form.tsx'
import { JumpLink } from './jump-link.tsx'

/**
 * What to correct, first on the page, with a link to each field; or where to choose a school that was looked for.
 * Nothing when nothing is wrong. Without JavaScript the browser gives it the focus; with it, each new refusal does.
 */
export function ErrorSummary({ result }: { result: unknown }) {
  const { errors = {}, choices = {} } = resultOf(result)
  const problems = Object.entries(errors)
  const [found] = Object.entries(choices)
  if (problems.length > 0) return <Problems result={result} problems={problems} />
  if (!found) return null
  return (
    <Focused result={result} className="note">
      <JumpLink to={found[0]}>
        {found[1].length === 1 ? 'We found one school.' : 'We found several schools.'} Choose yours.
      </JumpLink>
    </Focused>
  )
}

function Problems({ result, problems }: { result: unknown; problems: [string, string][] }) {
  useEffect(() => {
    if (result && !document.title.startsWith('Error: ')) document.title = `Error: ${document.title}`
    return () => {
      document.title = document.title.replace(/^Error: /, '')
    }
  }, [result])
  return (
    <Focused result={result} className="problems" labelledBy="problems-title">
      <h2 id="problems-title">There is a problem</h2>
      <ul>
        {problems.map(([name, sentence]) => (
          <li key={name}>{name ? <JumpLink to={name}>{sentence}</JumpLink> : sentence}</li>
        ))}
      </ul>
    </Focused>
  )
}

type FocusedProps = { result: unknown; className: string; labelledBy?: string; children: ReactNode }

function Focused({ result, className, labelledBy, children }: FocusedProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (result) box.current?.focus()
  }, [result])
  return (
    <div
      ref={box}
      className={className}
      role="alert"
      tabIndex={-1}
      {...withoutScript}
      aria-labelledby={labelledBy}
    >
      {children}
    </div>
  )
}

/** It is what the page is about now, so it may take the focus as it loads. */
const withoutScript = { autoFocus: true }
