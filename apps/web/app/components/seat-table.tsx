import { stretch } from '../dates.ts'
import { DataTable } from './data-table.tsx'
import { PostForm } from './form.tsx'
import { SubmitButton } from './submit-button.tsx'
import { Tag } from './tag.tsx'

type Seat = {
  id: string
  fullName: string
  email: string | null
  identifier: string | null
  startedOn: string
  finishedOn: string | null
  subgroup: string | null
  isTaken: boolean
}

/** Who has a seat in a training group, those who are not here yet first. */
export function SeatTable({ seats }: { seats: readonly Seat[] }) {
  return (
    <DataTable
      caption="Those not here yet first"
      rows={seats}
      rowKey={({ id }) => id}
      columns={[
        { label: 'Name', cell: ({ fullName }) => fullName },
        {
          label: 'Known by',
          cell: ({ email, identifier }) => [email, identifier].filter(Boolean).join(', '),
        },
        { label: 'Subgroup', cell: ({ subgroup }) => subgroup ?? '–' },
        { label: 'From', cell: ({ startedOn, finishedOn }) => stretch(startedOn, finishedOn) },
        { label: 'Here', cell: (seat) => <Here {...seat} /> },
      ]}
    />
  )
}

function Here({ id, fullName, isTaken }: Seat) {
  if (isTaken) return <Tag kind="ok">Taken</Tag>
  return (
    <PostForm className="row">
      <Tag>Not here yet</Tag>
      <input type="hidden" name="seatId" value={id} />
      <SubmitButton kind="quiet" pending="Removing…">
        Remove<span className="visually-hidden"> the seat of {fullName}</span>
      </SubmitButton>
    </PostForm>
  )
}
