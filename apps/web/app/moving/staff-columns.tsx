import { Link } from '@remix-run/react'
import type { StaffLine as Line } from '@wirearchy/domain/stint'
import type { Column } from '../components/data-table.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { Tag } from '../components/tag.tsx'
import { longDay } from '../dates.ts'
import { usePastHref } from '../past.ts'
import { KINDS, labelOf, rolesIn } from './words.ts'

/** The table of staff: who, as what, since and until when, their mentor, and what may be done. */
export const staffColumns = ({
  id: schoolId,
  nation,
}: {
  id: string
  nation: string | null
}): Column<Line>[] => [
  { label: 'Name', cell: Name },
  { label: 'Here as', cell: ({ role, kind }) => labelOf(rolesIn(nation), role) || labelOf(KINDS, kind) },
  { label: 'Since', cell: ({ startedOn }) => longDay(startedOn) },
  { label: 'Last day', cell: lastDay },
  { label: 'Mentor', cell: ({ mentor }) => mentor ?? '–' },
  { label: 'To do', cell: (line) => (line.isMe ? 'This is you' : <ToDo line={line} schoolId={schoolId} />) },
]

function Name({ personId, name }: Line) {
  return <Link to={usePastHref()(`/people/${personId}`)}>{name}</Link>
}

function lastDay({ leavesOn, reportedLastDay }: Line) {
  if (leavesOn) return longDay(leavesOn)
  return reportedLastDay ? `${longDay(reportedLastDay)}, waiting for their word` : '–'
}

function ToDo({ line: { stintId, name, isConfirmed }, schoolId }: { line: Line; schoolId: string }) {
  const page = `/schools/${schoolId}/staff/${stintId}`
  return (
    <div className="stack">
      {isConfirmed ? (
        <div>
          <Tag kind="ok">Confirmed</Tag>
        </div>
      ) : (
        <PostForm>
          <input type="hidden" name="stintId" value={stintId} />
          <SubmitButton kind="quiet" name="_stint" value={stintId}>
            Confirm<span className="visually-hidden"> that {name} works here</span>
          </SubmitButton>
        </PostForm>
      )}
      <Link to={`${page}/mentor`}>
        Give a mentor<span className="visually-hidden"> to {name}</span>
      </Link>
      <Link to={`${page}/leaving`}>
        Report leaving<span className="visually-hidden"> of {name}</span>
      </Link>
    </div>
  )
}
