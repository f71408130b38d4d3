import type { Told, ToldLink } from '@wirearchy/domain/review'
import { type Column, DataTable } from '../components/data-table.tsx'
import { longDay } from '../dates.ts'

/** What the register says of the schools in a change, row by row and link by link. */
export function RegisterSays({ told, links }: { told: readonly Told[]; links: readonly ToldLink[] }) {
  return (
    <section className="stack" aria-labelledby="register">
      <h2 id="register">What the register says</h2>
      <DataTable caption="Schools" columns={ROWS} rows={told} rowKey={({ urn }) => urn} />
      {links.length > 0 ? (
        <DataTable
          caption="Links between them"
          columns={LINKS}
          rows={links}
          rowKey={({ fromUrn, toUrn, linkType }) => `${fromUrn} ${toUrn} ${linkType}`}
        />
      ) : (
        <p>It links this school with no other.</p>
      )}
    </section>
  )
}

const day = (on: string | null) => (on ? longDay(on) : '–')

const ROWS: Column<Told>[] = [
  { label: 'School', cell: ({ name, urn }) => `${name} (URN ${urn})` },
  { label: 'Status', cell: ({ statusTold }) => statusTold },
  { label: 'Opened', cell: ({ openedOn }) => day(openedOn) },
  { label: 'Closed', cell: ({ closedOn }) => day(closedOn) },
  { label: 'Reason', cell: ({ reasonClosed }) => reasonClosed ?? '–' },
]

const LINKS: Column<ToldLink>[] = [
  { label: 'Of', cell: ({ fromName, fromUrn }) => fromName ?? `URN ${fromUrn}` },
  {
    label: 'It is told',
    cell: ({ linkType, isRemoved }) => (isRemoved ? `${linkType} (no longer in the file)` : linkType),
  },
  { label: 'With', cell: ({ toName, toUrn }) => toName ?? `URN ${toUrn}, which no file lists` },
  { label: 'From', cell: ({ establishedOn }) => (establishedOn ? longDay(establishedOn) : 'No day given') },
]
