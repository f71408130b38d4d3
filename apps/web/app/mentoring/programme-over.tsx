import { Link } from '@remix-run/react'

type Props = { id: string; isPublished: boolean }

/** A programme that nothing changes any more, for whoever ran it: how its pairs stand, and what it was. */
export function Finished({ id, isPublished }: Props) {
  return (
    <>
      {isPublished ? (
        <p>
          <Link className="btn" to={`/coordination/${id}`}>
            See how the pairs stand
          </Link>{' '}
          Everybody has been told, and the pairs go on by themselves.
        </p>
      ) : (
        <p>It was closed without publishing, and nobody was put together.</p>
      )}
      <ul className="plain row">
        <li>
          <Link to={`/programmes/${id}/people`}>Who was in it</Link>
        </li>
        <li>
          <Link to={`/programmes/${id}/rules`}>Its rules</Link>
        </li>
      </ul>
    </>
  )
}
