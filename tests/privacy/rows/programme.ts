import { EVERY_UUID, forItsLead, type Outcome, own, type Row } from '../row.ts'
import type { Relation, State } from '../tess/relations.ts'
import type { Token } from '../tess/tokens.ts'

const runs = (relation: Relation) => relation === 'groupLead'
/** Herself as mentee and her peer as mentor are in the one whose wishes are open. */
const isIn = (relation: Relation) => ['self', 'peer'].includes(relation)
const open: Row['input'] = ({ hers }) => ({ programmeId: hers.programmeId })
const done: Row['input'] = ({ hers }) => ({ programmeId: hers.publishedId, no: 1 })
const RULES = { travel: 1, most: 50, subject: 4, phase: 2, town: 3, known: 1, wished: 5 }

/** Her own yes lets whoever runs it, and who is in it on the other side, read her name, tied to her or not. */
const byHerYes = { also: (relation: Relation) => joinedFor(relation) }
const joinedFor = (relation: Relation): Token[] =>
  runs(relation) || relation === 'peer' ? ['name', 'id'] : []

/** For whoever runs it; to everybody else there is no such programme, those who are in it included. */
const forWhoRunsIt = (input: Row['input'], goes: Outcome = 'ok', rest: Partial<Row> = {}): Row => ({
  door: 'member',
  input,
  goes: (relation) => (runs(relation) ? goes : 'not_found'),
  isAboutHer: true,
  ...rest,
})
const forThoseIn = (input: Row['input'], goes = (_r: Relation, _s: State): Outcome => 'ok'): Row => ({
  door: 'member',
  input,
  goes: (relation, state) => (isIn(relation) ? goes(relation, state) : 'not_found'),
  isAboutHer: true,
})

/** A group’s or a school’s mentoring, matched in one go. What she wishes for is in no answer but her own. */
export const programme: Record<string, Row> = {
  'programme.mine': own,
  'programme.of': forItsLead(({ group }) => ({ slug: group.slug })),
  'programme.page': {
    ...forThoseIn(open),
    goes: (relation) => (isIn(relation) || runs(relation) ? 'ok' : 'not_found'),
  },
  'programme.people': forWhoRunsIt(open, 'ok', byHerYes),
  'programme.rules': forWhoRunsIt(open, 'ok', byHerYes),
  'programme.wishes': { ...forThoseIn(open), ...byHerYes },
  'programme.run': forWhoRunsIt(done, 'ok', byHerYes),
  'programme.pair': {
    ...forWhoRunsIt(({ hers, personId }) => ({ programmeId: hers.publishedId, no: 1, menteeId: personId })),
    goes: (relation, state) => (runs(relation) && state !== 'everybodyBlocked' ? 'ok' : 'not_found'),
    ...byHerYes,
  },
  'programme.compare': forWhoRunsIt(({ hers }) => ({ programmeId: hers.publishedId, one: 1, other: 1 })),
  'programme.create': forItsLead(({ group }) => ({
    ...{ slug: group.slug, name: 'Mentors for spring', unit: 'year', startsOn: '2026-12-01' },
  })),
  'programme.addPeople': forWhoRunsIt(({ hers, personId }) => ({
    ...{ programmeId: hers.programmeId, side: 'mentee', personIds: [personId] },
  })),
  'programme.remove': forWhoRunsIt(({ hers, personId }) => ({ programmeId: hers.programmeId, personId })),
  'programme.join': forThoseIn(open),
  'programme.leave': forThoseIn(open),
  'programme.openWishes': forWhoRunsIt(open, 'conflict'),
  'programme.saveWishes': forThoseIn(
    ({ hers, personId }) => ({ programmeId: hers.programmeId, wishes: [{ personId, rank: 1 }] }),
    (relation, state) => (relation === 'peer' && state !== 'everybodyBlocked' ? 'ok' : 'not_found'),
  ),
  'programme.saveRules': forWhoRunsIt(({ hers }) => ({ programmeId: hers.programmeId, ...RULES })),
  'programme.addFix': forWhoRunsIt(({ hers, personId }, w) => ({
    ...{ programmeId: hers.programmeId, menteeId: personId, mentorId: w.people.peer, does: 'bar' },
  })),
  'programme.liftFix': forWhoRunsIt(
    ({ hers }) => ({ programmeId: hers.programmeId, fixId: EVERY_UUID }),
    'not_found',
  ),
  'programme.match': forWhoRunsIt(open, 'conflict'),
  'programme.override': forWhoRunsIt(
    ({ hers, personId }) => ({
      ...{ programmeId: hers.publishedId, no: 1, menteeId: personId, mentorId: 'none', reason: 'By hand.' },
    }),
    'gone',
  ),
  'programme.publish': forWhoRunsIt(done),
  'programme.close': forWhoRunsIt(open),
}
