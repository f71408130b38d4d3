import { Link } from '@remix-run/react'
import { type Column, DataTable } from '../components/data-table.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { Tag } from '../components/tag.tsx'
import { reasonWords } from './programme-words.ts'

export interface RunLine {
  menteeId: string
  mentee: string
  mentorId: string | null
  mentor: string | null
  reasons: string[]
  isLocked: boolean
  override: string | null
}

type Props = { lines: readonly RunLine[]; here: string; isOpen: boolean; title: string }

/** A run's lines with why; while it is open, each can be held or given to somebody else. */
export function RunTable({ lines, here, isOpen, title }: Props) {
  if (lines.length === 0) return null
  const columns = isOpen ? [...COLUMNS, toDo(here)] : COLUMNS
  return (
    <DataTable
      caption={`${title} (${lines.length})`}
      columns={columns}
      rows={lines}
      rowKey={({ menteeId }) => menteeId}
    />
  )
}

const COLUMNS: readonly Column<RunLine>[] = [
  { label: 'Mentee', cell: ({ mentee }) => mentee },
  { label: 'Mentor', cell: ({ mentor }) => mentor ?? 'Nobody' },
  { label: 'Why', cell: Why },
]

function Why({ reasons, isLocked, override }: RunLine) {
  return (
    <>
      {isLocked ? <Tag kind="info">Held</Tag> : null} {override ? <Tag kind="warn">By hand</Tag> : null}{' '}
      {override ?? (reasonWords(reasons) || 'Nothing that they have both said')}
    </>
  )
}

const toDo = (here: string): Column<RunLine> => ({
  label: 'To do',
  cell: ({ menteeId, mentorId, mentee, mentor, isLocked }) => (
    <div className="stack">
      {mentorId && !isLocked ? (
        <PostForm>
          <SubmitButton kind="quiet" name="_hold" value={`${menteeId} ${mentorId}`} pending="Holding…">
            Hold
            <span className="visually-hidden">
              {' '}
              {mentee} and {mentor}
            </span>
          </SubmitButton>
        </PostForm>
      ) : null}
      <Link to={`${here}/${menteeId}`}>
        Give another mentor<span className="visually-hidden"> to {mentee}</span>
      </Link>
    </div>
  ),
})
