import { forItsLead, own, type Row } from '../row.ts'

const slug: Row['input'] = ({ group }) => ({ slug: group.slug })
const itsImport: Row['input'] = ({ group }) => ({ slug: group.slug, importId: group.importId })

/** Places kept in Tess's group: its lead's own list. */
export const seat: Record<string, Row> = {
  'seat.list': forItsLead(slug),
  'seat.mine': own,
  'seat.importPage': forItsLead(itsImport),
  'seat.failedRows': forItsLead(itsImport),
  'seat.checkImport': forItsLead(({ group }) => ({
    slug: group.slug,
    text: 'name,email\nA B,a.b@home.example',
  })),
  'seat.confirmImport': forItsLead(itsImport),
  'seat.claim': {
    ...own,
    input: ({ group }) => ({ seatId: group.seatId }),
    goes: () => 'not_found',
  },
  'seat.invite': forItsLead(slug, 'ok'),
  'seat.void': forItsLead(({ group }) => ({ slug: group.slug, seatId: group.seatId })),
}
