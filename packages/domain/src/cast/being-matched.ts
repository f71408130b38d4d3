import { addDays } from '@wirearchy/domain'
import { addFix, addPeople, joinProgramme, runMatch } from '@wirearchy/domain/programme'
import { JoinProgramme } from '@wirearchy/domain/programme/input'
import { begun, membersOf } from './leeds-programmes.ts'
import { type Making, who } from './making.ts'

/** One more is being matched: two runs to look at and to compare, of which none is published yet. */
export async function beingMatched(making: Making) {
  const { today } = making.ctx
  const lead = making.as(who(making, 'margaret'), today)
  const programmeId = await begun(
    making,
    'leeds-physics-last',
    addDays(today, -6),
    'Practical work, term by term',
  )
  const idsOf = (persons: number[]) => persons.map((person) => making.people[person] as string)
  const mentees = membersOf(making, 'leeds-physics-last').slice(8, 13)
  const mentors = membersOf(making, 'leeds-physics').slice(10, 13)
  await addPeople(lead, { programmeId, side: 'mentee', personIds: idsOf(mentees) })
  await addPeople(lead, { programmeId, side: 'mentor', personIds: idsOf(mentors) })
  const said = JoinProgramme.parse({ programmeId, subject: 'Physics', places: 2 })
  for (const person of [...mentees, ...mentors]) await joinProgramme(making.as(person, today), said)
  await runMatch(lead, { programmeId })
  const [menteeId = '', mentorId = ''] = [...idsOf(mentees.slice(0, 1)), ...idsOf(mentors.slice(0, 1))]
  await addFix(lead, { programmeId, menteeId, mentorId, does: 'lock', reason: null })
  await runMatch(lead, { programmeId })
}
