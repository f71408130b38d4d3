import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Pager } from '../components/pager.tsx'
import { PersonCard } from '../components/person-card.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { Tag } from '../components/tag.tsx'
import { TodoList } from '../components/todo-list.tsx'

/** Lists, tables and cards, with something in them and with nothing. */
export function Lists() {
  return (
    <div className="stack-l">
      <TodoList todos={TODOS} />
      <ul className="plain people">
        <li>
          <PersonCard
            name="Siân Price"
            href="/people/sian"
            about="Physics, Ysgol Bro Taf, Cardiff"
            why="Trained together, Leeds PGCE Physics, 2024 to 2025"
            tag={<Tag kind="info">Moved in September</Tag>}
          />
        </li>
        <li>
          <PersonCard
            name="Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of Llanfair"
            why="Connected"
          />
        </li>
      </ul>
      <SummaryList rows={ROWS} />
      <DataTable
        caption="Seats"
        columns={COLUMNS}
        rows={SEATS}
        rowKey={(row) => row.name}
        csvHref="/demo/states"
      />
      <DataTable
        caption="Seats, when there are none"
        columns={COLUMNS}
        rows={[]}
        rowKey={(row) => row.name}
      />
      <Pager page={2} pages={5} hrefFor={(page) => `/demo/states?page=${page}`} />
      <EmptyState title="Your people will be here" action={<a href="/groups">Find your training group</a>}>
        <p>Everyone you trained with, each with where they teach now, if they let you see it.</p>
      </EmptyState>
    </div>
  )
}

type Seat = { name: string; state: string }

const TODOS = [
  {
    id: 'reply',
    text: 'Callum O’Neill asked to connect: “We met at the Leeds maths day.”',
    action: (
      <a className="btn" href="/people">
        Reply to Callum
      </a>
    ),
    notNow: <a href="/home">Not now</a>,
  },
]
const ROWS = [
  { label: 'New school', value: 'Moorside High School, Leeds', changeHref: '/moving' },
  { label: 'First day', value: '1 September 2027' },
]
const SEATS: Seat[] = [
  { name: 'Zoë Nguyễn', state: 'Taken' },
  { name: 'Sukarno', state: 'Waiting' },
]
const COLUMNS = [
  {
    label: 'Name',
    cell: (row: Seat) => row.name,
    sortHref: '/demo/states?by=name',
    sorted: 'ascending' as const,
  },
  { label: 'Seat', cell: (row: Seat) => <Tag kind={row.state === 'Taken' ? 'ok' : 'warn'}>{row.state}</Tag> },
]
