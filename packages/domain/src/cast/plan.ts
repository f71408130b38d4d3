import { addDays, type Day } from '../day.ts'
import { CAST, type PartKey } from './cast.ts'
import { inventNames } from './names.ts'
import { Random } from './profession/random.ts'

/** A group to be made: who trained in it from when to when. */
export interface PlannedGroup {
  key: string
  provider: string
  name: string
  subject: string | null
  phase: 'primary' | 'secondary'
  nation: 'england' | 'wales'
  startedOn: Day
  finishedOn: Day
  members: number[]
}

/** One planned stay; `school` counts into the list of sixty. */
export interface PlannedStay {
  person: number
  school: number
  kind: 'placement' | 'employed'
  startedOn: Day
  finishedOn: Day | null
}

export interface PlannedPerson {
  name: string
  email: string
  part: PartKey | null
  subject: string | null
  phase: 'primary' | 'secondary'
  nation: 'england' | 'wales'
}

export interface Plan {
  people: PlannedPerson[]
  groups: PlannedGroup[]
  stays: PlannedStay[]
}

export const PEOPLE = 120
export const SCHOOLS = 60

/** Course, provider, subject, phase, nation, how many years ago it began, and how many trained in it. */
const COURSES = [
  ['leeds-physics', 'University of Leeds', 'Leeds PGCE Physics', 'Physics', 'secondary', 'england', 2, 16],
  [
    'leeds-physics-last',
    'University of Leeds',
    'Leeds PGCE Physics',
    'Physics',
    'secondary',
    'england',
    1,
    13,
  ],
  ['leeds-english', 'University of Leeds', 'Leeds PGCE English', 'English', 'secondary', 'england', 2, 14],
  ['cardiff-first', 'Cardiff Partnership', 'Cardiff PGCE Secondary', 'Welsh', 'secondary', 'wales', 3, 11],
  ['cardiff', 'Cardiff Partnership', 'Cardiff PGCE Secondary', 'Welsh', 'secondary', 'wales', 2, 12],
  [
    'bradford-first',
    'Bradford Schools Together',
    'Bradford SCITT Primary',
    null,
    'primary',
    'england',
    3,
    14,
  ],
  ['bradford', 'Bradford Schools Together', 'Bradford SCITT Primary', null, 'primary', 'england', 1, 13],
  [
    'york-maths',
    'York Teacher Training',
    'York PGCE Mathematics',
    'Mathematics',
    'secondary',
    'england',
    3,
    14,
  ],
  ['leeds-physics-now', 'University of Leeds', 'Leeds PGCE Physics', 'Physics', 'secondary', 'england', 0, 8],
] as const

/** The academic year that a day lies in, by the year of its September. */
export const academicYear = (day: Day) => Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)

/** The whole small world as data: the same for a seed and a day, without a database. */
export function planWorld(seed: number, today: Day): Plan {
  const random = new Random(seed)
  const year = academicYear(today)
  const people: PlannedPerson[] = []
  const groups = COURSES.map(([key, provider, name, subject, phase, nation, ago, size]) => {
    const first = people.length
    for (let n = 0; n < size; n += 1)
      people.push({ name: '', email: '', part: null, subject: subject ?? null, phase, nation })
    const members = Array.from({ length: size }, (_, n) => first + n)
    return {
      key,
      provider,
      name,
      subject,
      phase,
      nation,
      startedOn: `${year - ago}-09-02`,
      finishedOn: `${year - ago + 1}-06-27`,
      members,
    }
  })
  while (people.length < PEOPLE)
    people.push({ name: '', email: '', part: null, subject: null, phase: 'secondary', nation: 'england' })
  castInto(people, groups)
  nameEverybody(random, people)
  return { people, groups, stays: careers(random, people, groups, today) }
}

/** The cast stand at the head of their groups; mentor and leads come from nobody’s course. */
function castInto(people: PlannedPerson[], groups: PlannedGroup[]) {
  const at = (key: string, n: number) => groups.find((group) => group.key === key)?.members[n] as number
  const outside = people.length - 3
  const places: Record<PartKey, number> = {
    asha: at('leeds-physics', 0),
    dan: at('leeds-physics', 1),
    sian: at('cardiff-first', 0),
    tom: outside,
    priya: outside + 1,
    margaret: outside + 2,
    sam: at('york-maths', 0),
  }
  for (const { key, name, email } of CAST)
    Object.assign(people[places[key]] as PlannedPerson, { part: key, name, email })
}

function nameEverybody(random: Random, people: PlannedPerson[]) {
  const names = inventNames(random, people.length)
  people.forEach((person, n) => {
    if (person.part === null) Object.assign(person, { name: names[n], email: `person${n + 1}@example.com` })
  })
}

/** Placements while training, then a first post in September and, for about a quarter a year, a move. */
function careers(random: Random, people: PlannedPerson[], groups: PlannedGroup[], today: Day): PlannedStay[] {
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
  return stays
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
