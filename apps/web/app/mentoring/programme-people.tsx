import { type Column, DataTable } from '../components/data-table.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { Tag } from '../components/tag.tsx'

interface Line {
  personId: string
  name: string
  side: 'mentor' | 'mentee'
  places: number
  subject: string | null
  department: string | null
  town: string | null
  hasJoined: boolean
}

type Props = { people: readonly Line[]; isOpen: boolean }

/** Everybody who was asked, what they said for this programme, and whether they said yes. */
export function PeopleTable({ people, isOpen }: Props) {
  if (people.length === 0) return <p className="muted">Nobody has been asked yet.</p>
  return (
    <DataTable
      caption={`${people.length} asked, ${people.filter(({ hasJoined }) => hasJoined).length} in`}
      columns={isOpen ? [...COLUMNS, TO_DO] : COLUMNS}
      rows={people}
      rowKey={({ personId }) => personId}
    />
  )
}

const COLUMNS: readonly Column<Line>[] = [
  { label: 'Name', cell: ({ name }) => name },
  { label: 'As', cell: ({ side, places }) => (side === 'mentor' ? `Mentor of up to ${places}` : 'Mentee') },
  { label: 'Says', cell: ({ subject, department, town }) => said([subject, department, town]) },
  {
    label: 'Answer',
    cell: ({ hasJoined }) => <Tag kind={hasJoined ? 'ok' : undefined}>{hasJoined ? 'In' : 'Asked'}</Tag>,
  },
]

const TO_DO: Column<Line> = {
  label: 'To do',
  cell: ({ personId, name }) => (
    <PostForm>
      <SubmitButton kind="quiet" name="_remove" value={personId} pending="One moment…">
        Take off<span className="visually-hidden"> {name}</span>
      </SubmitButton>
    </PostForm>
  ),
}

const said = (parts: (string | null)[]) => parts.filter(Boolean).join(', ') || '–'
