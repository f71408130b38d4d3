import { own, type Row } from '../row.ts'
import type { Relation } from '../tess/relations.ts'

const runs = (relation: Relation) => relation === 'groupLead'
/** A programme of her group that put her together with her mentor, for whoever runs it. */
const forWhoRunsIt = (rest: object = {}): Row => ({
  door: 'member',
  input: ({ hers }) => ({ id: hers.publishedId, ...rest }),
  goes: (relation) => (runs(relation) ? 'ok' : 'not_found'),
  isAboutHer: true,
})

/** What whoever runs a programme sees of its pairs: states, never words. */
export const coordination: Record<string, Row> = {
  'coordination.mine': own,
  'coordination.board': forWhoRunsIt(),
  'coordination.file': forWhoRunsIt(),
  'coordination.waits': own,
  'coordination.things': own,
  'coordination.nudgesToMe': {
    door: 'member',
    input: ({ hers }) => ({ mentorshipId: hers.informalMentorshipId }),
    goes: (relation, state) =>
      ['self', 'mentor'].includes(relation) && state !== 'everybodyBlocked' ? 'ok' : 'not_found',
    isAboutHer: true,
  },
  'coordination.nudge': forWhoRunsIt(),
}
