import { DataTable } from './data-table.tsx'
import { Tag } from './tag.tsx'

type Row = {
  line: number
  outcome: string
  field: string | null
  message: string | null
  name: string | null
  reads: string | null
}

type Kind = 'ok' | 'warn' | 'info' | undefined
const WORDS: Record<string, [will: string, done: string, kind: Kind]> = {
  created: ['New seat', 'Seat kept', 'ok'],
  updated: ['Will be mended', 'Mended', 'info'],
  unchanged: ['As it is', 'As it was', undefined],
  needs_review: ['Look again', 'Look again', 'warn'],
  refused: ['To fix', 'To fix', 'warn'],
}

/** Every row of an uploaded list: what it does, and what to fix. */
export function ImportRows({ rows, isDone }: { rows: readonly Row[]; isDone: boolean }) {
  return (
    <DataTable
      caption="Row by row, what needs you first"
      rows={rows}
      rowKey={({ line }) => String(line)}
      columns={[
        { label: 'Row', cell: ({ line }) => `Row ${line}` },
        { label: 'Who', cell: ({ name, reads }) => name ?? reads ?? '–' },
        { label: 'What happens', cell: (row) => <Outcome {...row} isDone={isDone} /> },
        { label: 'Why', cell: ({ field, message }) => [field, message].filter(Boolean).join(': ') || '–' },
      ]}
    />
  )
}

function Outcome({ outcome, isDone }: Row & { isDone: boolean }) {
  const [will, done, kind] = WORDS[outcome] ?? [outcome, outcome, undefined]
  return <Tag kind={kind}>{isDone ? done : will}</Tag>
}
