import { aboutHer, hersAlone, own, type Row } from '../row.ts'
import { mayAskHer } from '../tess/grants.ts'
import { nearness, type Relation, type State } from '../tess/relations.ts'

const asked = { unit: 'call', need: 'How do I begin a lesson well?' }
/** The input about her request, with what else a procedure asks for. */
const hers =
  (more: object = {}): NonNullable<Row['input']> =>
  ({ hers: { needId } }) => ({ requestId: needId, ...more })

/** Her request: for the one who has it now, unless either keeps the other out; for nobody else, herself included. */
const toHerMentor = (more: object = {}): Row => ({
  door: 'member',
  input: hers(more),
  goes: (relation: Relation, state: State) =>
    relation === 'connection' && state !== 'everybodyBlocked' ? 'ok' : 'not_found',
  isAboutHer: true,
})

/** Asking for support, and answering. */
export const request: Record<string, Row> = {
  'request.send': aboutHer(({ personId }) => ({ ...asked, mentorIds: [personId] }), {
    goes: (relation, state) =>
      state === 'offering' && mayAskHer(relation, nearness(relation, state)) ? 'ok' : 'conflict',
  }),
  'request.mine': own,
  'request.asAsker': hersAlone(hers(), 'ok'),
  'request.answer': hersAlone(hers({ answer: 'Year 8.' }), 'conflict'),
  'request.others': hersAlone(hers(), 'ok'),
  'request.askOthers': hersAlone(
    ({ hers: { needId }, personId }) => ({
      ...{ requestId: needId, mentorIds: [personId] },
    }),
    'conflict',
  ),
  'request.changeUnit': hersAlone(hers({ unit: 'question' }), 'ok'),
  'request.withdraw': hersAlone(hers(), 'ok'),
  'request.toMe': own,
  'request.waiting': own,
  'request.asMentor': toHerMentor(),
  'request.accept': toHerMentor(),
  'request.askFirst': toHerMentor({ question: 'Which year group is it?' }),
  'request.decline': toHerMentor(),
  'request.declineAndPause': toHerMentor({ until: '2027-01-11' }),
}
