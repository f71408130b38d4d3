import { aboutHer, own, type Row } from '../row.ts'
import { type Relation, type State, sees } from '../tess/relations.ts'

const KNOW: Relation[] = ['connection']
const toHer: Row['input'] = ({ personId }) => ({ personId })
const unlessHerself = (relation: Relation, state: State, goes: ReturnType<Row['goes']>) =>
  relation === 'self' ? 'bad_input' : sees(relation, state) ? goes : 'not_found'
const theirRequest: Row['input'] = ({ hers }) => ({ requestId: hers.requestId })

/** Saying that two people know each other. */
export const connection: Record<string, Row> = {
  'connection.list': own,
  'connection.toAnswer': own,
  'connection.standing': aboutHer(toHer),
  'connection.ask': aboutHer(({ personId }) => ({ personId, sentence: 'We met at a conference.' }), {
    goes: (relation, state) => unlessHerself(relation, state, KNOW.includes(relation) ? 'conflict' : 'ok'),
  }),
  'connection.answer': {
    ...own,
    input: ({ hers }) => ({ requestId: hers.requestId, answer: 'yes' }),
    goes: (relation, state) => (relation === 'formerColleague' && sees(relation, state) ? 'ok' : 'not_found'),
    isAboutHer: true,
  },
  'connection.withdraw': {
    ...own,
    input: theirRequest,
    goes: (relation, state) => (relation === 'self' && state !== 'everybodyBlocked' ? 'ok' : 'not_found'),
    isAboutHer: true,
  },
  'connection.end': aboutHer(toHer, {
    goes: (relation, state) =>
      relation !== 'self' && !sees(relation, state)
        ? 'not_found'
        : KNOW.includes(relation)
          ? 'ok'
          : 'conflict',
  }),
  'connection.prefer': aboutHer(({ personId }) => ({ personId, how: 'pinned', isOn: true }), {
    goes: (relation, state) => unlessHerself(relation, state, 'ok'),
  }),
}
