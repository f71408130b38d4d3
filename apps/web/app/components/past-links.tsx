import { ukDay } from '../dates.ts'
import { DataTable } from './data-table.tsx'

type Past = {
  id: string
  state: string
  uses: number
  expiresAt: number
  madeBy: string
}

const WORDS: Record<string, string> = { revoked: 'Withdrawn', expired: 'Has run out', used_up: 'Used up' }

/** Links that let nobody in any more, and how many joined by each. */
export function PastLinks({ links }: { links: readonly Past[] }) {
  if (links.length === 0) return null
  return (
    <details>
      <summary>Links that no longer work ({links.length})</summary>
      <DataTable
        caption="Links that no longer work"
        rows={links}
        rowKey={({ id }) => id}
        columns={[
          { label: 'Made by', cell: ({ madeBy }) => madeBy },
          { label: 'Why', cell: ({ state }) => WORDS[state] ?? state },
          { label: 'Worked until', cell: ({ expiresAt }) => ukDay(expiresAt) },
          { label: 'Joined', cell: ({ uses }) => uses },
        ]}
      />
    </details>
  )
}
