import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

type Row = {
  label: string
  value: ReactNode
  /** Where to change it; the link says what it changes. */
  changeHref?: string
}

/** Facts in pairs, as on a check-your-answers page; a row may be changed. */
export function SummaryList({ rows }: { rows: readonly Row[] }) {
  return (
    <dl className="summary-list">
      {rows.map(({ label, value, changeHref }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {changeHref ? (
            <dd>
              <Link to={changeHref}>
                Change<span className="visually-hidden"> {label.toLowerCase()}</span>
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
