import { aboutHer, hersAlone, own, ownWrite, type Row, settled } from '../row.ts'
import { sees } from '../tess/relations.ts'

const wanted = { unit: 'call', topics: ['behaviour'], ways: ['online'], soon: 'fortnight' }
const offer = {
  ...{ topics: ['planning'], ways: ['online'], noticeHours: 24 },
  places: { question: 1, call: 0, half_term: 0, year: 0 },
}
const evening = { weekday: 1, startMinute: 1080, endMinute: 1140, way: 'phone' }

/** What somebody offers, and whom somebody may ask. */
export const mentoring: Record<string, Row> = {
  'mentoring.mine': own,
  'mentoring.offer': own,
  'mentoring.saveOffer': { ...ownWrite, input: () => offer },
  'mentoring.pauseOffer': { ...settled, input: () => ({ until: '2027-01-11' }) },
  'mentoring.resumeOffer': { ...settled, input: () => ({}) },
  'mentoring.closeOffer': { ...settled, input: () => ({}) },
  'mentoring.addHours': { ...ownWrite, input: () => evening },
  'mentoring.removeHours': hersAlone(({ hers }) => ({ hoursId: hers.hoursId }), 'ok'),
  'mentoring.apart': own,
  'mentoring.keepApart': aboutHer(({ personId }) => ({ personId, why: 'dispute' }), {
    goes: (relation, state) =>
      relation === 'self' ? 'bad_input' : sees(relation, state) ? 'ok' : 'not_found',
  }),
  'mentoring.liftApart': hersAlone(({ hers }) => ({ keptId: hers.apartId }), 'ok'),
  'mentoring.suggest': { ...own, input: () => wanted },
  'mentoring.typicalWait': { ...own, input: () => ({ unit: 'call' }) },
}
