import { addDays, type Day } from '../day.ts'
import { SCHOOLS } from './courses.ts'
import type { PlannedGroup, PlannedPerson, PlannedStay } from './plan.ts'
import type { Random } from './profession/random.ts'

/** Placements while training, then a first post in September and, for about a quarter a year, a move. Some of the cast have stories of their own. */
export function careers(
  random: Random,
  people: PlannedPerson[],
  groups: PlannedGroup[],
  today: Day,
): PlannedStay[] {
  const stays: PlannedStay[] = []
  for (const { startedOn, finishedOn, members } of groups)
    for (const person of members) {
      if (['asha', 'sam'].includes((people[person] as PlannedPerson).part ?? '')) continue
      const school = random.below(SCHOOLS)
      stays.push({
        person,
        school,
        kind: 'placement',
        startedOn: addDays(startedOn, 28),
        finishedOn: clip(addDays(startedOn, 150), today),
      })
      const firstPost = `${finishedOn.slice(0, 4)}-09-01`
      if (firstPost <= today) stays.push(...posts(random, person, firstPost, today))
    }
  return stays.filter(({ person }) => people[person]?.part !== 'sian')
}

const clip = (day: Day, today: Day) => (day > today ? null : day)

function posts(random: Random, person: number, firstPost: Day, today: Day): PlannedStay[] {
  const stays: PlannedStay[] = []
  let school = random.below(SCHOOLS)
  let startedOn = firstPost
  for (;;) {
    const next = nextStart(random, startedOn)
    if (next >= addDays(today, -21) || !random.chance(0.45)) break
    stays.push({ person, school, kind: 'employed', startedOn, finishedOn: addDays(next, -1) })
    school = (school + 1 + random.below(SCHOOLS - 1)) % SCHOOLS
    startedOn = next
  }
  stays.push({ person, school, kind: 'employed', startedOn, finishedOn: null })
  return stays
}

/** Most move in September, some after Christmas or Easter. */
function nextStart(random: Random, from: Day): Day {
  const year = Number(from.slice(0, 4))
  const spread = random.next()
  if (spread < 0.15 && from < `${year}-09-02`) return `${year + 1}-01-05`
  return spread < 0.25 ? `${year + 1}-04-14` : `${year + 1}-09-01`
}
