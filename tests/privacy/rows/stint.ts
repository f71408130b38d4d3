import { hersAlone, own, ownWrite, type Row, settled } from '../row.ts'
import { LEFT, looksAfter, type Relation, type State } from '../tess/relations.ts'

const hers =
  (key: 'stintId' | 'moveId' | 'claimId' | 'mentorshipId', rest: object = {}): Row['input'] =>
  (target) => ({ [key]: target.hers[key], ...rest })
const there: Row['input'] = ({ schools }) => ({ ref: schools.current })
const elsewhere: Row['input'] = ({ schools }) => ({
  schoolId: schools.elsewhere,
  destination: 'school',
  startOn: '2026-11-02',
  leaveOn: '2026-10-30',
})
const forHerLead = (input: Row['input'], rest: Partial<Row> = {}): Row => ({
  ...own,
  input,
  goes: (relation, state) => (looksAfter(relation, state) ? 'ok' : 'not_found'),
  isAboutHer: true,
  ...rest,
})
/** The two of a mentoring that Tess's school arranged, unless she keeps the other out. */
const oneOfTheTwo: Row = {
  ...own,
  input: hers('mentorshipId'),
  goes: (relation, state) =>
    ['self', 'schoolMentor'].includes(relation) && state !== 'everybodyBlocked' ? 'settled' : 'not_found',
  isAboutHer: true,
}
const actsForCurrent = (relation: Relation) => ['lead', 'leadColleague'].includes(relation)

/** Stays and moves: one's own, and what a school's lead may say of live staff. */
export const stint: Record<string, Row> = {
  'stint.mine': own,
  'stint.one': hersAlone(hers('stintId'), 'ok'),
  'stint.add': {
    ...ownWrite,
    input: ({ schools }) => ({
      schoolId: schools.elsewhere,
      startedOn: '2010-09-01',
      finishedOn: '2011-07-22',
    }),
  },
  'stint.correct': hersAlone(hers('stintId', { startedOn: '2025-09-15' }), 'settled'),
  'stint.remove': hersAlone(hers('stintId'), 'ok'),
  'stint.movingForm': own,
  'stint.checkMove': { ...settled, input: elsewhere },
  'stint.move': { ...settled, states: ['live', 'moving'], input: elsewhere },
  'stint.movePage': ifThereIsOne(hers('moveId')),
  'stint.undoMove': ifThereIsOne(hers('moveId')),
  'stint.cancelMove': ifThereIsOne(hers('moveId')),
  'stint.settleMove': ifThereIsOne(hers('moveId', { leaveOn: '2026-08-21', startOn: '2026-09-04' })),
  'stint.acceptClaim': ifReported(hers('claimId')),
  'stint.objectToClaim': ifReported(hers('claimId')),
  'stint.endedMentorship': oneOfTheTwo,
  'stint.keepMentor': oneOfTheTwo,
  'stint.staff': {
    ...own,
    input: there,
    goes: (relation) => (actsForCurrent(relation) ? 'ok' : 'not_found'),
    also: (relation) => (actsForCurrent(relation) ? ['currentSchool'] : []),
  },
  'stint.reportLeaving': forHerLead(hers('stintId', { lastDay: '2026-07-24' })),
  'stint.reportJoining': {
    ...own,
    input: ({ schools }) => ({
      schoolId: schools.current,
      email: 'peer@home.example',
      startsOn: '2026-09-01',
    }),
    goes: (relation) => (actsForCurrent(relation) ? 'ok' : 'not_found'),
  },
  'stint.confirm': {
    ...own,
    input: hers('stintId'),
    goes: (relation, state) =>
      looksAfter(relation, state) || (relation === 'schoolMentor' && mentorSeesStay(state))
        ? 'ok'
        : 'not_found',
    isAboutHer: true,
  },
  'stint.startMentorship': forHerLead(
    ({ hers: { stintId } }) => ({
      menteeStintId: stintId,
      mentorStintId: stintId,
      startsOn: '2026-03-16',
    }),
    { goes: (relation, state) => (looksAfter(relation, state) ? 'bad_input' : 'not_found') },
  ),
}

const mentorSeesStay = (state: State) =>
  !LEFT.includes(state) && !['hidden', 'everybodyBlocked'].includes(state)

function ifThereIsOne(input: Row['input']): Row {
  const MOVES: State[] = ['moving', 'movingQuietly', 'movingOpenly', 'leftOpenly', 'arrived', 'cancelledMove']
  const has = (state: State) => [...MOVES, ...LEFT, 'lastDayToday'].includes(state)
  const goes = (relation: Relation, state: State) =>
    relation === 'self' && (has(state) || state === 'reported') ? 'settled' : 'not_found'
  return { ...hersAlone(input), goes }
}

function ifReported(input: Row['input']): Row {
  const goes = (relation: Relation, state: State) =>
    relation === 'self' && state === 'reported' ? 'settled' : 'not_found'
  return { ...hersAlone(input), goes }
}
