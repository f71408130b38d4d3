import { aboutAMember, EVERY_UUID, ONCE, own, type Row } from '../row.ts'

const nobodys: Partial<Row> = { input: () => ({ mergeId: EVERY_UUID }), goes: () => 'not_found' }

/** One person with two records: whose other record it is shows only in letters to its own address. */
export const merge: Record<string, Row> = {
  'merge.mine': own,
  'merge.start': {
    ...own,
    input: (_, __, relation) => ({ email: `other.${relation.toLowerCase()}@home.example` }),
    states: ONCE,
  },
  'merge.prove': {
    ...own,
    input: () => ({ email: 'peer@home.example', code: '000000' }),
    goes: () => 'gone',
    states: ONCE,
  },
  'merge.check': { ...own, ...nobodys },
  'merge.confirm': { ...own, ...nobodys },
  'merge.answer': { ...own, ...nobodys, input: () => ({ mergeId: EVERY_UUID, answer: 'yes' }) },
  'merge.undo': { ...own, ...nobodys },
  'merge.askTwo': aboutAMember(
    ({ group, personId }) => ({ slug: group.slug, personId, otherId: personId }),
    'bad_input',
  ),
}
