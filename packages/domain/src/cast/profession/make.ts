import { colleaguePicker } from './colleagues.ts'
import { type Connections, makeConnections } from './connections.ts'
import { type Groups, type Memberships, makeGroups, type People } from './groups.ts'
import { type MentorProfiles, type Mentorships, makeMentorships, makeProfiles } from './mentoring.ts'
import { Random } from './random.ts'
import { makeSchools, type Schools } from './schools.ts'
import { makeStints, type Stints } from './stints.ts'

/** Columns of plain numbers: a person, school or group is its place; days are counted from 2000-01-01, ends inclusive. */
export type Profession = {
  seed: number
  people: People
  schools: Schools
  groups: Groups
  memberships: Memberships
  stints: Stints
  mentorships: Mentorships
  profiles: MentorProfiles
  connections: Connections
}

export const SEED = 20260701

/** Makes `count` people (at least 100) with their training groups, careers, mentors and connections. */
export function makeProfession(count: number, seed = SEED): Profession {
  if (!Number.isInteger(count) || count < 100)
    throw new RangeError(`A profession needs 100 people; got ${count}.`)
  const random = new Random(seed)
  const schools = makeSchools(random, count)
  const { groups, people, memberships } = makeGroups(random, count, schools)
  const stints = makeStints(random, people, schools)
  const colleague = colleaguePicker(stints, count, schools.count)
  const mentorships = makeMentorships(random, people, colleague)
  const profiles = makeProfiles(random, people, stints)
  const connections = makeConnections(random, seed, people, memberships, colleague)
  return { seed, people, schools, groups, memberships, stints, mentorships, profiles, connections }
}
