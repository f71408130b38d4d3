import { Link } from '@remix-run/react'

type Props = { page: number; pages: number; hrefFor: (page: number) => string; label?: string }

/** The ways to the page before and after; nothing when there is one page only. Pages count from 1. */
export function Pager({ page, pages, hrefFor, label = 'Pages' }: Props) {
  if (pages <= 1) return null
  return (
    <nav className="pager" aria-label={label}>
      <ul className="plain">
        {page > 1 ? (
          <li>
            <Link to={hrefFor(page - 1)} rel="prev">
              Page before
            </Link>
          </li>
        ) : null}
        <li>
          Page {page} of {pages}
        </li>
        {page < pages ? (
          <li>
            <Link to={hrefFor(page + 1)} rel="next">
              Next page
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
