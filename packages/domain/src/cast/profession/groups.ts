import { dayOf, FIRST_YEAR, YEARS } from './days.ts'
import type { Random } from './random.ts'
import { phaseOf, regionOf, type Schools, SECONDARY } from './schools.ts'

/** Training groups: each of one entry year, one authority and one phase. Days inclusive. */
export type Groups = {
  count: number
  year: Int32Array
  authority: Int32Array
  phase: Uint8Array
  from: Int32Array
  to: Int32Array
}

/** What is fixed about a person, by their number. */
export type People = {
  count: number
  entryYear: Int32Array
  phase: Uint8Array
  subject: Uint8Array
  region: Uint8Array
  authority: Int32Array
}

export type Memberships = { person: Int32Array; group: Int32Array; from: Int32Array; to: Int32Array }

/** Everybody trains once, in a group of about 25; people's numbers are in no order. */
export function makeGroups(random: Random, count: number, schools: Schools) {
  const groups = makeEmpty(random, Math.max(1, Math.round(count / YEARS / 25)) * YEARS, schools)
  const people: People = {
    count,
    entryYear: new Int32Array(count),
    phase: new Uint8Array(count),
    subject: new Uint8Array(count),
    region: new Uint8Array(count),
    authority: new Int32Array(count),
  }
  const memberships: Memberships = {
    person: random.order(count),
    group: groupOfEach(random, count, groups.count),
    from: new Int32Array(count),
    to: new Int32Array(count),
  }
  for (let row = 0; row < count; row++) {
    const person = memberships.person[row]!
    const group = memberships.group[row]!
    memberships.from[row] = groups.from[group]!
    memberships.to[row] = groups.to[group]!
    people.entryYear[person] = groups.year[group]!
    people.phase[person] = groups.phase[group]!
    people.authority[person] = groups.authority[group]!
    people.region[person] = regionOf(groups.authority[group]!, schools.authorities)
    people.subject[person] = groups.phase[group] === SECONDARY ? 1 + random.below(12) : 0
  }
  return { groups, people, memberships }
}

function makeEmpty(random: Random, count: number, schools: Schools): Groups {
  const year = Int32Array.from({ length: count }, (_, i) => FIRST_YEAR + Math.floor((i * YEARS) / count))
  return {
    count,
    year,
    authority: Int32Array.from({ length: count }, () => schools.authority[random.below(schools.count)]!),
    phase: Uint8Array.from({ length: count }, () => phaseOf(random)),
    from: year.map((y) => dayOf(y, 9, 1)),
    to: year.map((y) => dayOf(y + 1, 8, 31)),
  }
}

/** The group of each membership, in order of group: sizes 25 ± 6, from 6 to 60, scaled to add up. */
function groupOfEach(random: Random, people: number, groups: number) {
  const sizes = Array.from({ length: groups }, () => Math.min(60, Math.max(6, 25 + 6 * random.normal())))
  const all = sizes.reduce((sum, size) => sum + size)
  const groupOf = new Int32Array(people)
  let upTo = 0
  sizes.reduce((before, size, group) => {
    const end = Math.round(((before + size) / all) * people)
    groupOf.fill(group, upTo, end)
    upTo = end
    return before + size
  }, 0)
  return groupOf
}
