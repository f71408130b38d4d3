import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Avatar } from './avatar.tsx'

type Props = {
  name: string
  /** Their page, when the viewer may open it. */
  href?: string
  /** What they teach and where, as far as they let the viewer see. */
  about?: ReactNode
  /** How the viewer knows them: "trained together, Leeds PGCE Physics, 2024 to 2025". */
  why?: ReactNode
  /** What changed lately, or another word about them. */
  tag?: ReactNode
  /** One thing to do. */
  action?: ReactNode
}

/** One person in a list; put it inside a list item. A list is long: its links are not asked about beforehand. */
export function PersonCard({ name, href, about, why, tag, action }: Props) {
  return (
    <div className="person">
      <Avatar name={name} />
      <div className="who">
        <div className="name">
          {href ? (
            <Link to={href} discover="none">
              {name}
            </Link>
          ) : (
            name
          )}{' '}
          {tag}
        </div>
        {about ? <div>{about}</div> : null}
        {why ? <div className="why">{why}</div> : null}
      </div>
      {action}
    </div>
  )
}
