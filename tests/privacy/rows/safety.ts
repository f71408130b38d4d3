import { aboutHer, own, type Row } from '../row.ts'
import { sees } from '../tess/relations.ts'

const her: Row['input'] = ({ personId }) => ({ personId })

/** Keeping people out. Only a list of one's own still names whom one keeps out. */
export const safety: Record<string, Row> = {
  'safety.myBlocks': {
    ...own,
    also: (relation) => (relation === 'whoBlockedHer' ? ['name', 'id'] : []),
  },
  'safety.whom': aboutHer(her),
  'safety.block': aboutHer(her, {
    goes(relation, state) {
      if (relation === 'self') return 'bad_input'
      return sees(relation, state) || relation === 'whoBlockedHer' ? 'ok' : 'not_found'
    },
    also: (relation) => (relation === 'whoBlockedHer' ? ['id'] : []),
  }),
  'safety.unblock': aboutHer(her, {
    goes: (relation) => (relation === 'whoBlockedHer' ? 'ok' : 'not_found'),
    also: (relation) => (relation === 'whoBlockedHer' ? ['id'] : []),
  }),
}
