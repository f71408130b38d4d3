import type { SchoolFacts as Facts } from '@wirearchy/domain/school'
import { longDay } from '../dates.ts'
import { SummaryList } from './summary-list.tsx'

/** What the register tells of a school; lines it leaves blank are left out. */
export function SchoolFacts({ school }: { school: Facts }) {
  const former = school.refs
    .filter(({ isPresent, name }) => !isPresent && name !== school.name)
    .map(({ name }) => name)
  const earlier = school.refs.filter(({ isPresent, scheme }) => !isPresent && scheme === 'gias')
  const rows = [
    {
      label: 'Address',
      value: school.address.join(', ') || [school.town, school.postcode].filter(Boolean).join(', '),
    },
    { label: 'Phase', value: school.phase },
    { label: 'Kind of school', value: school.type },
    {
      label: 'Ages',
      value:
        school.lowAge !== null && school.highAge !== null ? `${school.lowAge} to ${school.highAge}` : null,
    },
    { label: 'Local authority', value: school.laName },
    { label: 'Trust', value: school.trust },
    { label: 'URN', value: school.urn },
    { label: 'SEED code', value: school.seedCode },
    { label: 'Reference', value: school.niReference },
    { label: 'Opened', value: school.openedOn ? longDay(school.openedOn) : null },
    {
      label: 'Closed',
      value: school.closedOn && school.status === 'closed' ? longDay(school.closedOn) : null,
    },
    { label: 'Called before', value: [...new Set(former)].join(', ') },
    { label: 'Earlier URN', value: earlier.map(({ ref }) => ref).join(', ') },
  ].filter((row): row is { label: string; value: string } => Boolean(row.value))
  return (
    <>
      <SummaryList rows={rows} />
      <p className="muted">
        From the register of schools. Contains public sector information licensed under the Open Government
        Licence v3.0.
      </p>
    </>
  )
}
