import { dayOf, FIRST_YEAR, OPEN, YEARS } from './days.ts'
import type { People } from './groups.ts'
import type { Random } from './random.ts'
import { type Schools, schoolPicker } from './schools.ts'

/** Rows of people's time at schools, in order of person and day. Days inclusive, OPEN for those still there. */
export type Stints = { person: Int32Array; school: Int32Array; from: Int32Array; to: Int32Array }

const LEAVE = 0.03
const LAST_YEAR = FIRST_YEAR + YEARS - 1

type Row = [person: number, school: number, from: number, to: number]

/** Careers: a first school near home; then each year a few leave and about a fifth move on. */
export function makeStints(random: Random, people: People, schools: Schools): Stints {
  const pick = schoolPicker(schools)
  const rows: Row[] = []
  for (let person = 0; person < people.count; person++) career(random, people, person, pick, rows)
  const column = (i: 0 | 1 | 2 | 3) => Int32Array.from(rows, (row) => row[i])
  return { person: column(0), school: column(1), from: column(2), to: column(3) }
}

function career(
  random: Random,
  people: People,
  person: number,
  pick: ReturnType<typeof schoolPicker>,
  rows: Row[],
) {
  const [entry, phase, home] = [people.entryYear[person]!, people.phase[person]!, people.authority[person]!]
  let row: Row = [person, pick(random, phase, home, 0.7, 0.2), dayOf(entry, 9, 1), OPEN]
  rows.push(row)
  for (let year = entry + 1; year <= LAST_YEAR; year++) {
    if (random.chance(LEAVE)) {
      row[3] = dayOf(year, 8, 31)
      return
    }
    if (!random.chance(year - entry <= 5 ? 0.24 : 0.2)) continue
    const school = pick(random, phase, home, 0.6, 0.25)
    const from = startIn(random, year)
    if (school === row[1]) continue
    row[3] = from - 1
    row = [person, school, from, OPEN]
    rows.push(row)
  }
}

/** Most begin in September, some after Christmas, a few after Easter. */
function startIn(random: Random, year: number) {
  const at = random.next()
  if (at < 0.75) return dayOf(year, 9, 1)
  return at < 0.9 ? dayOf(year + 1, 1, 4) : dayOf(year + 1, 4, 15)
}
