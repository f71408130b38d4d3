import { Link } from '@remix-run/react'
import type { NoteSeen } from '@wirearchy/domain/space'
import { LinkedText } from '../components/linked-text.tsx'
import { Tag } from '../components/tag.tsx'
import { ukDay, ukTime } from '../dates.ts'

type Props = { notes: readonly NoteSeen[]; name: string; base: string; isOver: boolean }

/** Notes of a pair, newest first: whose, when, and whether only their author reads them. */
export function NoteList({ notes, name, base, isOver }: Props) {
  return (
    <ul className="plain stack">
      {notes.map((note) => (
        <li key={note.id} className="card stack">
          <p className="row">
            <strong>{note.isMine ? 'You' : name}</strong>
            <span className="muted">
              {ukDay(note.createdAt)}, {ukTime(note.createdAt)}
              {note.editedAt && note.text !== null ? ' (changed since)' : ''}
            </span>
            {note.isPrivate ? <Tag kind="info">Only you</Tag> : null}
          </p>
          {note.text === null ? (
            <p className="muted">A note was taken away.</p>
          ) : (
            <p className="letter">
              <LinkedText text={note.text} />
            </p>
          )}
          {note.isMine && note.text !== null ? (
            <p>
              <Link to={`${base}/notes/${note.id}`}>
                {isOver ? 'Take away' : 'Change or take away'}
                <span className="visually-hidden">
                  {' '}
                  your note of {ukDay(note.createdAt)}, {ukTime(note.createdAt)}
                </span>
              </Link>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
