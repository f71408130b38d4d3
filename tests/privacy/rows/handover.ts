import type { Row } from '../row.ts'
import { LEFT, type State } from '../tess/relations.ts'

/** A page that she let be read, of the mentoring that her school arranged: for her and that mentor. */
const ofTheTwo = (more: object = {}): Row => ({
  door: 'member',
  input: ({ hers }) => ({ mentorshipId: hers.mentorshipId, ...more }),
  goes: (relation, state) =>
    ['self', 'schoolMentor'].includes(relation) && state !== 'everybodyBlocked' ? 'ok' : 'not_found',
  isAboutHer: true,
})

/** Hers alone to write, once a move has ended the mentoring as far as she knows. */
const hersToWrite = (more: object): Row => ({
  ...ofTheTwo(more),
  goes: (relation, state) => (relation === 'self' && hasLastDay(state) ? 'ok' : 'not_found'),
})

const hasLastDay = (state: State) =>
  [...LEFT, 'lastDayToday', 'moving', 'movingQuietly', 'movingOpenly'].includes(state)

/** What goes on when a move ends a school’s mentoring. */
export const handover: Record<string, Row> = {
  'handover.of': ofTheTwo(),
  'handover.write': hersToWrite({ text: 'What I am working on', rev: 0 }),
  'handover.approve': hersToWrite({ rev: 0 }),
  'handover.say': {
    ...ofTheTwo(),
    input: ({ hers }) => ({ mentorshipId: hers.mentorshipId, handoverId: hers.handoverId, words: 'Hello' }),
  },
}
