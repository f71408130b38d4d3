import { aboutHer, ONCE, own, ownWrite, type Row, settled } from '../row.ts'

const her: Row['input'] = ({ personId }) => ({ id: personId })

/** Who people say they are. */
export const person: Record<string, Row> = {
  'person.mine': own,
  'person.profile': aboutHer(her),
  'person.careerLine': aboutHer(her),
  'person.viewAs': aboutHer(({ personId }) => ({ personId })),
  'person.names': own,
  'person.pause': own,
  'person.audiences': own,
  'person.setUp': { ...ownWrite, input: () => ({ currentSchool: 'ties' }) },
  'person.edit': { ...ownWrite, input: () => ({ subjects: 'Physics' }) },
  'person.rename': { ...ownWrite, input: () => ({ name: 'Another Name' }) },
  'person.hidePrevious': { ...ownWrite, input: () => ({ hidden: 'yes' }) },
  'person.setAudience': { ...ownWrite, input: () => ({ stage: 'ties' }) },
  'person.startPause': {
    ...settled,
    states: ONCE,
    input: () => ({ startedOn: '2026-12-01', expectedReturnOn: null }),
  },
  'person.endPause': { ...settled, states: ONCE, input: () => ({ finishedOn: '2026-12-20' }) },
  'person.addIdentifier': { ...ownWrite, input: () => ({ scheme: 'hesa', value: 'AB12' }) },
}
