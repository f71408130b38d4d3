import type { Random } from './random.ts'
import type { Stints } from './stints.ts'

/** Rows by the number they belong to: `rows.subarray(start[key], start[key + 1])`. */
export function rowsBy(keys: Int32Array, count: number) {
  const start = new Int32Array(count + 1)
  for (const key of keys) start[key + 1]! += 1
  for (let key = 0; key < count; key++) start[key + 1]! += start[key]!
  const next = start.slice()
  const rows = new Int32Array(keys.length)
  keys.forEach((key, row) => {
    rows[next[key]!] = row
    next[key]! += 1
  })
  return (key: number) => rows.subarray(start[key], start[key + 1])
}

/** Picks somebody who was at one of a person's schools on one of their days there, or -1. */
export function colleaguePicker(stints: Stints, people: number, schools: number) {
  const ofPerson = rowsBy(stints.person, people)
  const atSchool = rowsBy(stints.school, schools)
  const suits = (mine: number, theirs: number) =>
    stints.person[mine] !== stints.person[theirs] &&
    stints.from[theirs]! <= stints.to[mine]! &&
    stints.from[mine]! <= stints.to[theirs]!
  return (random: Random, person: number, fits: (other: number) => boolean = () => true) => {
    const own = ofPerson(person)
    const mine = own[random.below(own.length)]!
    const staff = atSchool(stints.school[mine]!)
    for (let tries = 0; tries < 12; tries++) {
      const theirs = staff[random.below(staff.length)]!
      if (suits(mine, theirs) && fits(stints.person[theirs]!)) return stints.person[theirs]!
    }
    return -1
  }
}
