import { type Column, DataTable } from '../components/data-table.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { Tag } from '../components/tag.tsx'
import { longDay } from '../dates.ts'

export interface BoardLine {
  mentorshipId: string
  mentee: string
  mentor: string
  startedOn: string
  state: 'waiting' | 'met' | 'quiet' | 'ended'
  waited: number | null
  canNudge: boolean
}

type Props = { id: string; rows: readonly BoardLine[] }

/** The pairs of a board, who waits longest first, each with one word and, where there is something to do, one button. */
export function BoardTable({ id, rows }: Props) {
  return (
    <DataTable
      caption="The pairs, those who wait longest first"
      columns={columnsFor(id)}
      rows={rows}
      rowKey={({ mentorshipId }) => mentorshipId}
      csvHref={`/coordination/${id}/board.csv`}
    />
  )
}

const columnsFor = (id: string): Column<BoardLine>[] => [
  { label: 'Mentee', cell: ({ mentee }) => mentee },
  { label: 'Mentor', cell: ({ mentor }) => mentor },
  { label: 'Since', cell: ({ startedOn }) => longDay(startedOn) },
  { label: 'How it stands', cell: State },
  { label: 'To do', cell: (line) => <Remind id={id} line={line} /> },
]

const WORDS = {
  waiting: { word: 'Waiting', kind: 'warn' },
  quiet: { word: 'Quiet', kind: 'info' },
  met: { word: 'Met', kind: 'ok' },
  ended: { word: 'Ended', kind: undefined },
} as const

function State({ state, waited }: BoardLine) {
  const { word, kind } = WORDS[state]
  return (
    <>
      <Tag kind={kind}>{word}</Tag>
      {waited ? ` ${waited} school ${waited === 1 ? 'day' : 'days'}` : null}
    </>
  )
}

function Remind({ id, line }: { id: string; line: BoardLine }) {
  const { canNudge, mentorshipId, mentee, mentor, state } = line
  if (!canNudge) return state === 'waiting' || state === 'quiet' ? 'Not just now' : '–'
  return (
    <PostForm action={`/coordination/${id}/nudge`}>
      <input type="hidden" name="mentorshipId" value={mentorshipId} />
      <SubmitButton
        kind="quiet"
        name="_pair"
        value={mentorshipId}
        action={`/coordination/${id}/nudge`}
        pending="Reminding…"
      >
        Remind
        <span className="visually-hidden">
          {' '}
          {mentee} and {mentor}
        </span>
      </SubmitButton>
    </PostForm>
  )
}
