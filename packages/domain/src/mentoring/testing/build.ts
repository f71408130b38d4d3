import {
  agreements,
  audiences,
  blocks,
  connections,
  eq,
  groupLeads,
  keptApart,
  mentorOffers,
  mentorships,
  pauses,
  schoolLeads,
  stintRoles,
  stints,
  type Tx,
} from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { testHouse } from '@wirearchy/domain/testing'
import { offers } from '../testing.ts'
import { MANY, type World } from './worlds.ts'

const ON = '2026-01-05'
const SCHOOL_YEAR = { startedOn: '2025-09-01', finishedOn: '2026-07-17' }
const LED = { grantedBy: 'operator', startedOn: '2025-09-01' }

/** The world in the tables of the product, and who each number is. */
export async function build(w: World) {
  const house = testHouse(ON)
  const people: string[] = []
  for (let n = 0; n < MANY; n += 1) people.push(await house.person(`Person ${n}`))
  const who = (n: number) => people[n] as string
  const groups: string[] = []
  for (const group of w.groups) groups.push(await house.trainedTogether(group.map(who), SCHOOL_YEAR))
  const school = await house.school('Moorside')
  for (const n of w.offering)
    await offers(house, who(n), {
      ...{ places: { call: w.full.includes(n) ? 0 : 1 }, outsideMySchool: w.outside.includes(n) },
    })
  await house.store.tx(async (tx) => {
    await tie(tx, w, who)
    await keepApart(tx, w, who)
    await employ(tx, w, who, school, groups[0])
    await rest(tx, w, who)
  })
  return { house, people }
}

type Who = (n: number) => string
let no = 100
const row = () => ({ id: newId(Date.parse(ON)), createdAt: 1 })

async function tie(tx: Tx, { known, mentors, past }: World, who: Who) {
  for (const pair of known) {
    const [personLo, personHi] = pair.map(who).sort() as [string, string]
    await tx.insert(connections).values({ ...row(), no: no++, personLo, personHi, startedOn: '2025-10-01' })
  }
  for (const [mentor, mentee] of mentors) {
    const two = { mentorId: who(mentor), menteeId: who(mentee), kind: 'informal' as const }
    await tx.insert(mentorships).values({ ...row(), ...two, no: no++, startedOn: '2025-11-03' })
  }
  await answered(tx, past, who)
}

/** A question of each pair that is past its day, and that nobody ended. */
async function answered(tx: Tx, past: World['past'], who: Who) {
  for (const [mentor, mentee] of past) {
    const two = { mentorId: who(mentor), menteeId: who(mentee), kind: 'informal' as const }
    const held = { ...row(), ...two, no: no++, startedOn: '2025-09-08' }
    await tx.insert(mentorships).values(held)
    const terms = { unit: 'question' as const, expectedFinishOn: '2025-09-22', createdAt: 1, updatedAt: 1 }
    await tx.insert(agreements).values({ mentorshipId: held.id, ...terms })
  }
}

async function keepApart(tx: Tx, { blocked, apart }: World, who: Who) {
  for (const [one, other] of blocked)
    await tx.insert(blocks).values({ ...row(), blockerId: who(one), blockedId: who(other) })
  for (const [one, other] of apart)
    await tx.insert(keptApart).values({ ...row(), personId: who(one), otherId: who(other), why: 'family' })
}

async function employ(tx: Tx, w: World, who: Who, schoolId: string, groupId: string | undefined) {
  for (const n of w.school) {
    const stay = { personId: who(n), schoolId, kind: 'employed' as const, startedOn: '2025-09-01' }
    const stint = { ...row(), ...stay, no: no++, source: 'self' as const, confidence: 'confirmed' as const }
    await tx.insert(stints).values(stint)
    const role = { role: 'induction_lead' as const, startedOn: '2025-09-01' }
    if (w.tutors.includes(n)) await tx.insert(stintRoles).values({ ...row(), stintId: stint.id, ...role })
  }
  for (const n of w.leads)
    await tx.insert(schoolLeads).values({ ...LED, id: row().id, personId: who(n), schoolId })
  for (const n of groupId ? w.runs : [])
    await tx.insert(groupLeads).values({ ...LED, id: row().id, personId: who(n), groupId: groupId ?? '' })
}

/** Who is away, paused or closed, and who is never to be a link. */
async function rest(tx: Tx, { away, paused, closed, unnamed }: World, who: Who) {
  const never = { field: 'named_as_link', level: 'only_me' as const }
  for (const n of unnamed) await tx.insert(audiences).values({ personId: who(n), ...never })
  for (const n of away) await tx.insert(pauses).values({ id: row().id, personId: who(n), startedOn: ON })
  const offer = (n: number) => eq(mentorOffers.personId, who(n))
  for (const n of paused) await tx.update(mentorOffers).set({ pausedUntil: '2026-01-06' }).where(offer(n))
  for (const n of closed) await tx.update(mentorOffers).set({ closedAt: 1 }).where(offer(n))
}
