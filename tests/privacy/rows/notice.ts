import { own, type Row } from '../row.ts'
import { TOLD_TO_SCHOOLS } from '../tess/relations.ts'

/** What somebody should know. */
export const notice: Record<string, Row> = {
  'notice.list': {
    ...own,
    /** She chose to tell the school she goes to. */
    also: (relation, state) => (relation === 'futureLead' && TOLD_TO_SCHOOLS.includes(state) ? ['name'] : []),
  },
  'notice.read': { ...own, input: () => ({}) },
}
