import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { longDay } from '../dates.ts'
import { type Past, PastDay } from '../past.ts'
import { DateInput } from './date-input.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { PostForm } from './form.tsx'
import { Notice } from './notice.tsx'
import { SubmitButton } from './submit-button.tsx'

/**
 * A page that can be seen as it was on an earlier day: says so first, asks for a day last, and keeps the day in the
 * addresses within it. Put it inside the page's stack.
 */
export function AsOf({ past, children }: { past: Past; children: ReactNode }) {
  return (
    <PastDay.Provider value={past.on}>
      {past.result ? <ErrorSummary result={past.result} /> : null}
      {past.on ? <Banner on={past.on} /> : null}
      {children}
      <OtherDay past={past} />
    </PastDay.Provider>
  )
}

function Banner({ on }: { on: string }) {
  const { pathname, search } = useLocation()
  const rest = new URLSearchParams(besides(search)).toString()
  return (
    <Notice>
      <p>
        <strong>As it was on {longDay(on)}</strong> ·{' '}
        <Link to={rest ? `${pathname}?${rest}` : pathname}>Back to today</Link>
      </p>
      <p>Only what you may see today is here, and nothing can be changed from here.</p>
    </Notice>
  )
}

function OtherDay({ past: { on, result } }: { past: Past }) {
  const { pathname, search } = useLocation()
  return (
    <details className="as-of" open={Boolean(result)}>
      <summary>{on ? 'See another day' : 'See it as it was on another day'}</summary>
      <PostForm method="get" action={pathname} result={result}>
        {besides(search).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <DateInput
          name="on"
          legend="See it as it was on"
          hint="For example, 1 3 2025"
          defaultValue={on ?? undefined}
        />
        <SubmitButton kind="quiet" pending="Looking…">
          Show that day
        </SubmitButton>
      </PostForm>
    </details>
  )
}

/** What else the address asks for, but for the day and the place in a list. */
const besides = (search: string) =>
  [...new URLSearchParams(search)].filter(([name]) => !/^(on(\..*)?|page|index)$/.test(name))
