import { own, ownWrite, type Row } from '../row.ts'
import { TOLD_TO_SCHOOLS } from '../tess/relations.ts'

/** She chose to tell the school she goes to. */
const toldByChoice: Row['also'] = (relation, state) =>
  relation === 'futureLead' && TOLD_TO_SCHOOLS.includes(state) ? ['name'] : []
const HOURS = { isOn: true, start: '6pm', end: '7am', digest: '7:30am', digestDay: 1 }
/** Nobody knows the secret part of an address in a letter of hers: its row’s id is of no use. */
const guess: Row['input'] = ({ hers }) => ({ token: hers.linkId })

/** What somebody should know, and what letters can do. */
export const notice: Record<string, Row> = {
  'notice.list': { ...own, also: toldByChoice },
  'notice.centre': { ...own, input: () => ({}), also: toldByChoice },
  'notice.read': { ...own, input: () => ({}) },
  'notice.post': own,
  'notice.choosePaces': { ...ownWrite, input: () => ({ moves: 'weekly' }) },
  'notice.setQuietHours': { ...ownWrite, input: () => HOURS },
  'notice.look': { door: 'open', input: guess, goes: () => 'ok' },
  'notice.press': { door: 'door', input: guess, goes: () => 'gone' },
  'notice.seeUnsubscribe': { door: 'open', input: guess, goes: () => 'not_found' },
  'notice.unsubscribe': { door: 'door', input: guess, goes: () => 'not_found' },
}
