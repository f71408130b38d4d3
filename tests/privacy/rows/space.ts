import type { Row } from '../row.ts'
import type { Relation, State } from '../tess/relations.ts'

type Hers = Parameters<NonNullable<Row['input']>>[0]['hers']

/** Something in the space of Tess and her mentor: for the two while neither keeps the other out, and for nobody else. */
const ofTheTwo = (more: (hers: Hers) => object = () => ({})): Row => ({
  door: 'member',
  input: ({ hers }) => ({ mentorshipId: hers.informalMentorshipId, ...more(hers) }),
  goes: (relation, state) => (isOneOfTheTwo(relation, state) ? 'ok' : 'not_found'),
  isAboutHer: true,
})

/** A note of hers that the other may read at most: for her alone. */
const ofHersAlone = (more: (hers: Hers) => object): Row => ({
  ...ofTheTwo(more),
  goes: (relation, state) => (relation === 'self' && isOneOfTheTwo(relation, state) ? 'ok' : 'not_found'),
})

const isOneOfTheTwo = (relation: Relation, state: State) =>
  ['self', 'mentor'].includes(relation) && state !== 'everybodyBlocked'

/** What a pair makes of their mentoring, for the two alone. */
export const space: Record<string, Row> = {
  'space.of': ofTheTwo(),
  'space.saveAgreement': ofTheTwo(() => ({ aims: 'Calmer lessons', rhythm: 'weekly', rev: 0 })),
  'space.agree': ofTheTwo(() => ({ rev: 0 })),
  'space.addGoal': ofTheTwo(() => ({ text: 'Calmer lessons' })),
  'space.closeGoal': ofTheTwo(({ goalId }) => ({ goalId, as: 'done' })),
  'space.setStep': ofTheTwo(({ goalId }) => ({
    goalId,
    text: 'Greet them',
    whose: 'mentor',
    before: 'done',
  })),
  'space.finishStep': ofTheTwo(({ stepId }) => ({ stepId })),
  'space.notes': ofTheTwo(),
  'space.addNote': ofTheTwo(() => ({ text: 'A good lesson', audience: 'both' })),
  'space.note': ofHersAlone(({ privateNoteId }) => ({ noteId: privateNoteId })),
  'space.editNote': ofHersAlone(({ noteId }) => ({ noteId, text: 'Other words', rev: 0 })),
  'space.removeNote': ofHersAlone(({ noteId }) => ({ noteId })),
  'space.finish': ofTheTwo(() => ({ sentence: 'Thank you for this year.' })),
}
