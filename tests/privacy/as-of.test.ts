import { pauses, type Store, stintRoles } from '@wirearchy/db'
import { testDb } from '@wirearchy/db/testing'
import { dayAfter, type MemberCtx, Problem } from '@wirearchy/domain'
import { groupPage, members } from '@wirearchy/domain/group'
import { near, people, personPage, tiesOf } from '@wirearchy/domain/network'
import { careerLine, profileOf } from '@wirearchy/domain/person'
import { staff } from '@wirearchy/domain/stint'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { courses, inGroup, isAway, knownAt, type Past, staffOf, stays, ties } from './as-of-oracle.ts'
import { past } from './as-of-world.ts'
import { fill } from './fill.ts'
import { reach } from './oracle.ts'
import { DAYS, PEOPLE } from './world.ts'

const WORLDS = Number(process.env.WORLDS ?? 30)
const SEED = Number(process.env.SEED)
const A_DATABASE = 40

let store: Store = testDb()
let filled = 0
afterAll(() => store.close())

type At = (kind: string, n: number) => string
/** Ids of the shape that addresses have, one world's apart from another's. */
const idsOf = (world: number): At => {
  const first = world.toString(16).padStart(8, '0')
  return (kind, n) => `${first}-0000-7000-${8000 + KINDS.indexOf(kind)}-${String(n).padStart(12, '0')}`
}
const KINDS = ['p', 's', 'g', 'st', 'm', 'gl', 'sl', 'c', 'me', 'b', 'r', 'pa']

interface Filled extends Omit<Past, 'viewer' | 'day'> {
  at: At
}

async function settle({ w, roles, pauses: breaks, today }: Omit<Filled, 'at'>): Promise<Filled> {
  if (filled > 0 && filled % A_DATABASE === 0) {
    await store.close()
    store = testDb()
  }
  filled += 1
  const at = idsOf(filled)
  await fill(store, w, '', at)
  await store.tx(async (tx) => {
    for (const [n, { stint, name, ...span }] of roles.entries())
      await tx.insert(stintRoles).values({
        ...{
          id: at('r', n),
          stintId: at('st', stint),
          role: name as 'teacher',
          ...daysOf(span),
        },
        voidedAt: w.stints[stint]?.voided ? 1 : null,
      })
    for (const [n, { person, audience, ...span }] of breaks.entries())
      await tx
        .insert(pauses)
        .values({ id: at('pa', n), personId: at('p', person), audience, ...daysOf(span) })
  })
  return { w, roles, pauses: breaks, today, at }
}

const daysOf = ({ from, to }: { from: number; to: number | null }) => ({
  startedOn: DAYS[from] as string,
  finishedOn: to === null ? null : (DAYS[to] as string),
})

const number = (id: string) => Number(id.split('-').at(-1))
const dayNumber = (day: string | null) => (day === null ? null : DAYS.indexOf(day))
const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b)
/** What a question gives, or that it is not found. */
const orNone = <Answer>(asked: Promise<Answer>) =>
  asked.catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not_found') return null
    throw error
  })

interface Asked extends Past {
  ctx: MemberCtx
  at: At
  asOf: string
}

async function askTies({ ctx, asOf, ...past }: Asked) {
  const found = await tiesOf(ctx, { asOf })
  const lines = found.map(({ otherId, kind, contextId, startedOn, finishedOn }) => {
    const place = contextId === null ? '' : `${kind === 'group' ? 'g' : 's'}${number(contextId)}`
    return [number(otherId), kind, place, dayNumber(startedOn), dayNumber(finishedOn)].join(' ')
  })
  expect(lines.sort(), 'ties').toEqual(ties(past))
  const now = await tiesOf(ctx)
  for (const { otherId, kind, contextId, startedOn, finishedOn } of found) {
    const same = now.filter(
      (tie) =>
        tie.otherId === otherId &&
        tie.kind === kind &&
        tie.contextId === contextId &&
        tie.startedOn === startedOn,
    )
    const isOver = finishedOn !== null && finishedOn < asOf
    expect(
      same.some((tie) => !isOver || tie.finishedOn === finishedOn),
      'ties ⊆ ties now',
    ).toBe(true)
  }
}

async function askPeople({ ctx, asOf, ...past }: Asked) {
  const page = await people(ctx, { asOf })
  const listed = page.sections.flatMap((section) => section.people)
  const tied = new Set(ties(past).map((line) => Number(line.split(' ')[0])))
  expect(sorted(listed.map(({ id }) => number(id))), 'people').toEqual(sorted([...tied]))
  expect(page.total, 'counted').toBe(listed.length)
  expect(sorted(page.drawn.map(({ id }) => number(id))), 'drawn').toEqual(sorted([...tied]))
  for (const { id, schools } of listed)
    expect(sorted(schools.map(({ schoolId }) => number(schoolId))), 'where they were').toEqual(
      sorted(
        stays(past, number(id))
          .filter((line) => line.split(' ')[2] === '')
          .map((line) => past.w.stints[Number(line.split(' ')[0])]?.school as number),
      ),
    )
}

async function askPerson({ ctx, asOf, at, ...past }: Asked, person: number) {
  const id = at('p', person)
  const profile = await orNone(profileOf(ctx, { id, asOf }))
  const isThere = reach(past.w, past.viewer, person, past.today) > 0 && past.w.people[person]?.active
  expect(profile !== null, `page of ${person}`).toBe(Boolean(isThere))
  if (!profile) return
  const line = ({ id, startedOn, finishedOn, role }: (typeof profile)['now'][number]) =>
    [number(id), dayNumber(startedOn), dayNumber(finishedOn), role?.toLowerCase() ?? null].join(' ')
  const isPast = past.day < past.today
  const isMe = person === past.viewer
  const told = [...profile.now, ...profile.before].map(line).sort()
  if (isPast) expect(told, `stays of ${person}`).toEqual(stays(past, person))
  if (isPast)
    expect([profile.lines, profile.next], 'nothing without a day, nothing to come').toEqual([[], []])
  expect(profile.away !== null, `away ${person}`).toBe(isAway(past, person))
  const now = await profileOf(ctx, { id })
  const seen = new Set([...now.now, ...now.before, ...now.next].map((stay) => stay.id))
  for (const stay of [...profile.now, ...profile.before]) expect(seen, 'stays ⊆ stays now').toContain(stay.id)
  if (!isPast) return
  const { items } = await careerLine(ctx, { id, asOf })
  expect(
    items.flatMap((item) => (item.kind === 'school' ? [number(item.id)] : [])).sort(),
    'stays of the line',
  ).toEqual(stays(past, person).map((one) => Number(one.split(' ')[0])))
  const group = items.filter(({ kind }) => kind === 'group')
  expect(group.map((item) => `m${number(item.id)} ${dayNumber(item.startedOn)}`).sort(), 'courses').toEqual(
    courses(past, person),
  )
  const breaks = past.pauses.filter((p) => isMe && p.person === person && p.from <= past.day)
  expect(items.filter(({ kind }) => kind === 'break').length, 'breaks').toBe(breaks.length)
  expect(items.every(({ when, startedOn }) => when !== 'next' && startedOn <= asOf)).toBe(true)
  const page = await personPage(ctx, { id, asOf })
  const reasons = ties(past).filter((one) => Number(one.split(' ')[0]) === person)
  expect(page.reasons.length, 'reasons').toBe(reasons.length)
  expect(
    page.timeline.every(({ on }) => on <= asOf),
    'nothing shared after the day',
  ).toBe(true)
  expect(page.mentoringToKeep).toBeNull()
}

async function askPlaces({ ctx, asOf, at, ...past }: Asked) {
  const isPast = past.day < past.today
  for (let n = 0; n < past.w.groupCount; n += 1) {
    const slug = at('g', n)
    const list = await orNone(members(ctx, { slug, asOf }))
    const ids = list && sorted(list.people.map(({ id }) => number(id)))
    expect(ids, `group ${n}`).toEqual(inGroup(past, n))
    if (!list || !isPast) continue
    const page = await groupPage(ctx, { slug, asOf })
    expect([page.total, page.canStop, page.canCarryOn, page.seats]).toEqual([list.total, false, false, null])
    const now = (await members(ctx, { slug })).people.map(({ id }) => id)
    for (const { id, finishedOn } of list.people) {
      expect(now, 'members ⊆ members now').toContain(id)
      expect(finishedOn, 'the course went on').toBe(DAYS[11])
    }
  }
  for (const n of past.w.schools.keys()) {
    const lines = await orNone(staff(ctx, { ref: at('s', n), asOf }))
    const told = lines && sorted(lines.lines.map(({ stintId }) => number(stintId)))
    expect(told, `staff of ${n}`).toEqual(staffOf(past, n))
    const { known } = await near(ctx, at('s', n), asOf)
    expect(sorted(known.map(({ id }) => number(id))), `known at ${n}`).toEqual(knownAt(past, n))
  }
}

it(`shows as of every day just what had begun by then, of what may be seen now, in ${WORLDS} random worlds (seed ${SEED})`, {
  timeout: 600_000,
}, async () => {
  let asked = 0
  await fc.assert(
    fc.asyncProperty(past, fc.nat({ max: PEOPLE - 1 }), async (generated, other) => {
      const { at, ...held } = await settle(generated)
      for (const viewer of new Set([0, other])) {
        if (!held.w.people[viewer]?.active) continue
        const today = DAYS[held.today] as string
        const ctx = context(at('p', viewer), today)
        await expect(people(ctx, { asOf: dayAfter(today) }), 'tomorrow').rejects.toThrow('still to come')
        for (let day = 0; day <= held.today; day += 1) {
          const question = { ...held, viewer, day, ctx, at, asOf: DAYS[day] as string }
          await askTies(question)
          await askPeople(question)
          await askPerson(question, viewer)
          await askPerson(question, (viewer + 1 + (day % (PEOPLE - 1))) % PEOPLE)
          await askPlaces(question)
          asked += 1
        }
      }
    }),
    { numRuns: WORLDS, seed: SEED, endOnFailure: true },
  )
  console.log(`${WORLDS} worlds, ${asked} days of one viewer asked about, seed ${SEED}`)
  expect(asked).toBeGreaterThan(WORLDS)
})

const context = (viewer: string, today: string): MemberCtx => ({
  ...{
    store,
    now: Date.parse(`${today}T09:00:00Z`),
    today,
    viewer,
    actor: 'person',
    demo: false,
    index: null,
  },
  ...{ origin: 'http://localhost:3000', secret: 'not used here', correlationId: 'test' },
})
