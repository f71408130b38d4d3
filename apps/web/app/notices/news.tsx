import { Link } from '@remix-run/react'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { Tag } from '../components/tag.tsx'
import { ukDay } from '../dates.ts'

export type Told = { id: string; text: string; href: string | null; at: number; isNew: boolean }
type Props = {
  notices: readonly Told[]
  posts: readonly { post: string; name: string; all: number; unread: number }[]
  /** The one kind of thing that is shown; all when null. */
  about: string | null
}

/** What happened: what is new first, then day by day; all of it, or what is about one kind of thing. */
export function News({ notices, posts, about }: Props) {
  const fresh = notices.filter(({ isNew }) => isNew)
  const read = notices.filter(({ isNew }) => !isNew)
  return (
    <section className="stack" aria-labelledby="news">
      <h2 id="news">What happened</h2>
      {posts.length > 1 || about ? <Kinds posts={posts} about={about} /> : null}
      {notices.length === 0 ? <p>Nothing of this kind.</p> : null}
      <Days notices={fresh} />
      {fresh.length > 0 ? (
        <PostForm>
          <SubmitButton kind="quiet">Mark all as read</SubmitButton>
        </PostForm>
      ) : null}
      <Days notices={read} />
    </section>
  )
}

function Kinds({ posts, about }: Pick<Props, 'posts' | 'about'>) {
  return (
    <nav aria-label="What it is about">
      <ul className="plain row">
        <li>
          <Kind to="/notices" isHere={!about}>
            All
          </Kind>
        </li>
        {posts.map(({ post, name, all, unread }) => (
          <li key={post}>
            <Kind to={`/notices?about=${post}`} isHere={about === post}>
              {name} ({unread > 0 ? `${unread} new` : all})
            </Kind>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Kind({ to, isHere, children }: { to: string; isHere: boolean; children: React.ReactNode }) {
  return (
    <Link to={to} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  )
}

function Days({ notices }: { notices: readonly Told[] }) {
  const days = [...new Set(notices.map(({ at }) => ukDay(at)))]
  return days.map((day) => (
    <div key={day} className="stack">
      <h3>{day}</h3>
      <ul className="plain stack">
        {notices
          .filter(({ at }) => ukDay(at) === day)
          .map(({ id, text, href, isNew }) => (
            <li key={id}>
              {href ? <Link to={href}>{text}</Link> : text} {isNew ? <Tag kind="info">New</Tag> : null}
            </li>
          ))}
      </ul>
    </div>
  ))
}
