import { connections, mentorships } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { end } from '@wirearchy/domain/connection'
import { nextNo } from '@wirearchy/domain/ledger'
import { addIdentifier, editProfile, rename, setAudience } from '@wirearchy/domain/person'
import { EditProfile } from '@wirearchy/domain/person/input'
import { MEMBERS, type Relation } from './relations.ts'
import type { TessWorld } from './world.ts'

type People = TessWorld['people']

/** Everybody, what Tess says of herself, and the ties that need no place: mentoring and connections. */
export async function fillPeople(w: TessWorld): Promise<People> {
  const people = {} as People
  for (const relation of MEMBERS)
    people[relation as keyof People] = await w.house.person(nameFor(relation, w))
  w.confidant = await w.house.person(w.tokens.confidant[0] as string)
  w.newcomer = await w.house.person('Newcomer')
  await sayWhoSheIs(w, people.self)
  await mentoring(w, people.mentor, people.self)
  await mentoring(w, people.self, people.mentee)
  await mentoring(w, people.formerMentor, people.self, '2023-12-15')
  await connected(w, people.self, w.confidant)
  await connected(w, people.self, people.connection)
  await connected(w, people.self, people.blockedByHer)
  await connected(w, people.self, people.formerConnection)
  await end(w.as(people.formerConnection), { personId: people.self })
  return people
}

const nameFor = (relation: Relation, { tokens }: TessWorld) =>
  relation === 'self' ? (tokens.earlierName[0] as string) : `The ${relation}`

async function sayWhoSheIs({ as, tokens }: TessWorld, tess: string) {
  const text = (token: keyof typeof tokens) => tokens[token][0] as string
  await rename(as(tess), { name: text('name'), hidePrevious: true })
  await addIdentifier(as(tess), { scheme: 'trn', issuer: null, value: text('trn') })
  const profile = EditProfile.parse({
    pronouns: text('pronouns'),
    trainedWith: text('trainedWith'),
    askMeAbout: text('askMeAbout'),
    helpWith: text('helpWith'),
    languages: text('languages'),
  })
  await editProfile(as(tess), profile)
  await setAudience(as(tess), {
    pronouns: 'members',
    trained_with: 'schools',
    help_with: 'ties',
    languages: 'only_me',
  })
}

/** A mentoring between two people that no school arranged. */
export const mentoring = (
  w: TessWorld,
  mentorId: string,
  menteeId: string,
  finishedOn: string | null = null,
) =>
  w.store.tx(async (tx) => {
    const row = { id: newId(w.house.ctx().now), no: await nextNo(tx, 'mentorships'), mentorId, menteeId }
    const days = { startedOn: '2023-01-10', finishedOn, createdAt: 1 }
    await tx.insert(mentorships).values({ ...row, ...days, kind: 'informal' })
  })

/** Two people who both said, some time ago, that they know each other. */
export const connected = (w: TessWorld, one: string, other: string) =>
  w.store.tx(async (tx) => {
    const [personLo, personHi] = [one, other].sort() as [string, string]
    const row = { id: newId(w.house.ctx().now), no: await nextNo(tx, 'connections'), personLo, personHi }
    await tx.insert(connections).values({ ...row, startedOn: '2024-11-04', createdAt: 1 })
  })
