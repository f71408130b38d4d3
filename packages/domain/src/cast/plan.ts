import type { Day } from '../day.ts'
import { careers } from './careers.ts'
import { CAST, type PartKey } from './cast.ts'
import { academicYear, COURSES, PEOPLE } from './courses.ts'
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
    ruth: outside - 1,
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
