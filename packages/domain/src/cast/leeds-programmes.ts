import { sql } from '@wirearchy/db'
import { addDays, type Day, dayAfter } from '@wirearchy/domain'
import { addSchoolDays } from '@wirearchy/domain/calendar'
import { remindPairs } from '@wirearchy/domain/coordination'
import {
  addPeople,
  createProgramme,
  joinProgramme,
  openWishes,
  publishRun,
  runMatch,
  saveWishes,
} from '@wirearchy/domain/programme'
import { JoinProgramme } from '@wirearchy/domain/programme/input'
import { finishMentoring } from '@wirearchy/domain/space'
import { Finish } from '@wirearchy/domain/space/input'
import { type Making, who } from './making.ts'
import { meet, type Two } from './meet.ts'

/** Margaret put last year's physics teachers together with mentors of the year before, and asks this year's now. */
export async function leedsProgrammes(making: Making) {
  const { today } = making.ctx
  const first = addDays(today, -100)
  const programmeId = await begun(making, 'leeds-physics-last', first, 'Mentors for the first year')
  const margaret = who(making, 'margaret')
  const until = await joined(making, programmeId, first, {
    mentees: membersOf(making, 'leeds-physics-last').slice(0, 12),
    mentors: membersOf(making, 'leeds-physics').slice(2, 10),
  })
  const { no } = await runMatch(making.as(margaret, dayAfter(until)), { programmeId })
  await publishRun(making.as(margaret, dayAfter(until)), { programmeId, no })
  await whatBecameOfThem(making, await pairsOf(making, programmeId))
  await remindPairs(making.on(addSchoolDays(addDays(today, -32), 0, 'england')))
  await runningNow(making)
}

/** A training group’s members, by their place in the plan. */
export const membersOf = ({ plan }: Making, group: string) =>
  plan.groups.find(({ key }) => key === group)?.members ?? []

/** A programme of one of Margaret’s groups, with nobody in it yet. */
export async function begun(making: Making, group: string, on: Day, name: string) {
  const lead = making.as(who(making, 'margaret'), on)
  const slug = making.groups.get(group)?.slug ?? ''
  const about = { name, unit: 'half_term' as const, startsOn: addDays(on, 7) }
  return (await createProgramme(lead, { slug, ...about })).programmeId
}

/** Everybody asked says yes and says whom they would like. @returns the last day for wishes */
async function joined(
  making: Making,
  programmeId: string,
  on: Day,
  sides: { mentees: number[]; mentors: number[] },
) {
  const lead = making.as(who(making, 'margaret'), on)
  const idsOf = (persons: number[]) => persons.map((person) => making.people[person] as string)
  await addPeople(lead, { programmeId, side: 'mentee', personIds: idsOf(sides.mentees) })
  await addPeople(lead, { programmeId, side: 'mentor', personIds: idsOf(sides.mentors) })
  const said = JoinProgramme.parse({ programmeId, subject: 'Physics', places: 2 })
  for (const person of [...sides.mentees, ...sides.mentors])
    await joinProgramme(making.as(person, dayAfter(on)), said)
  const { wishesUntil } = await openWishes(making.as(who(making, 'margaret'), dayAfter(on)), {
    programmeId,
    days: 5,
  })
  const first = idsOf(sides.mentors)
  for (const [n, person] of sides.mentees.entries()) {
    const wishes = [n, n + 1].map((at, rank) => ({
      personId: first[at % first.length] ?? '',
      rank: rank + 1,
    }))
    await saveWishes(making.as(person, dayAfter(on)), { programmeId, wishes })
  }
  return wishesUntil
}

async function pairsOf(making: Making, programmeId: string): Promise<Two[]> {
  const rows = await making.ctx.store.read.rows<Record<'mentorshipId' | 'mentorId' | 'menteeId', string>>(sql`
    select m.id as "mentorshipId", m.mentor_id as "mentorId", m.mentee_id as "menteeId"
    from mentorships m join agreements terms on terms.mentorship_id = m.id
    where terms.programme_id = ${programmeId} order by m.no`)
  const at = (id: string) => making.people.indexOf(id)
  return rows.map(({ mentorId, menteeId, mentorshipId }) => ({
    ...{ mentor: at(mentorId), mentee: at(menteeId), mentorshipId },
  }))
}

/** Five meet, three met once and have gone quiet since, one has ended, and the rest have not met yet. */
async function whatBecameOfThem(making: Making, pairs: Two[]) {
  const { today } = making.ctx
  for (const [n, two] of pairs.slice(0, 9).entries()) await meet(making, two, addDays(today, -80 + n))
  for (const [n, two] of pairs.slice(0, 5).entries()) await meet(making, two, addDays(today, -12 + n))
  const [ended] = pairs.slice(8, 9)
  if (!ended) return
  const words = { mentorshipId: ended.mentorshipId, sentence: 'Thank you for the term.' }
  await finishMentoring(making.as(ended.mentee, addDays(today, -40)), Finish.parse(words))
}

/** This year's people are being asked in, and say whom they would like. */
async function runningNow(making: Making) {
  const yesterday = addDays(making.ctx.today, -1)
  const programmeId = await begun(
    making,
    'leeds-physics-now',
    addDays(yesterday, -1),
    'Mentors while training',
  )
  await joined(making, programmeId, addDays(yesterday, -1), {
    mentees: membersOf(making, 'leeds-physics-now').slice(0, 6),
    mentors: [who(making, 'asha'), ...membersOf(making, 'leeds-physics-last').slice(0, 5)],
  })
}
