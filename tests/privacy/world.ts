import fc from 'fast-check'

/** A small world as plain rows: what the oracle reads and the database is filled with. Days are indices into DAYS. */
export interface World {
  people: { active: boolean; audiences: Partial<Record<'current_school' | 'past_stints', Level>> }[]
  schools: { kind: 'school' | 'unknown' }[]
  groupCount: number
  stints: (Span & {
    person: number
    school: number
    told: boolean
    voided: boolean
    audience: Level | null
  })[]
  memberships: (Span & { person: number; group: number; voided: boolean })[]
  groupLeads: (Span & { person: number; group: number })[]
  schoolLeads: (Span & { person: number; school: number })[]
  connections: (Span & { a: number; b: number; voided: boolean })[]
  mentorships: (Span & { mentor: number; mentee: number; voided: boolean })[]
  blocks: { by: number; of: number; lifted: boolean }[]
}

export type Level = 'only_me' | 'ties' | 'groups' | 'schools' | 'members'
export interface Span {
  from: number
  to: number | null
}

const LEVELS: Level[] = ['only_me', 'ties', 'groups', 'schools', 'members']
export const PEOPLE = 6
const SCHOOLS = 3
const GROUPS = 2
/** Twelve days in a row, so that touching, one-day and one-day-apart spans are common. */
export const DAYS = Array.from({ length: 12 }, (_, n) => `2026-03-${String(n + 1).padStart(2, '0')}`)

const person = fc.nat({ max: PEOPLE - 1 })
const rarely = fc.integer({ min: 0, max: 5 }).map((n) => n === 0)
const level = fc.constantFrom(...LEVELS)
const span = fc
  .tuple(fc.nat({ max: 11 }), fc.nat({ max: 11 }), fc.boolean())
  .map(([a, b, ongoing]): Span => ({ from: Math.min(a, b), to: ongoing ? null : Math.max(a, b) }))
const pair = fc.tuple(person, person).filter(([a, b]) => a !== b)

/** Drops spans that the database itself would refuse: two of one person in one context that overlap. */
function apart<Row extends Span & { voided?: boolean }>(rows: Row[], key: (row: Row) => string): Row[] {
  const kept: Row[] = []
  for (const row of rows) {
    const clash = kept.some(
      (other) =>
        key(other) === key(row) &&
        !other.voided &&
        !row.voided &&
        row.from <= (other.to ?? 99) &&
        other.from <= (row.to ?? 99),
    )
    if (!clash) kept.push(row)
  }
  return kept
}

export const world: fc.Arbitrary<World> = fc
  .record({
    people: fc.array(
      fc.record({
        active: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
        audiences: fc.record({ current_school: level, past_stints: level }, { requiredKeys: [] }),
      }),
      { minLength: PEOPLE, maxLength: PEOPLE },
    ),
    schools: fc.array(
      fc.record({ kind: fc.constantFrom('school' as const, 'school' as const, 'unknown' as const) }),
      { minLength: SCHOOLS, maxLength: SCHOOLS },
    ),
    stints: fc.array(
      fc
        .tuple(span, person, fc.nat({ max: SCHOOLS - 1 }), rarely, rarely, fc.option(level))
        .map(([s, p, school, told, voided, audience]) => ({
          ...s,
          person: p,
          school,
          told,
          voided,
          audience,
        })),
      { maxLength: 9 },
    ),
    memberships: fc.array(
      fc
        .tuple(span, person, fc.nat({ max: GROUPS - 1 }), rarely)
        .map(([s, p, group, voided]) => ({ ...s, person: p, group, voided })),
      { maxLength: 6 },
    ),
    groupLeads: fc.array(
      fc
        .tuple(span, person, fc.nat({ max: GROUPS - 1 }))
        .map(([s, p, group]) => ({ ...s, person: p, group })),
      { maxLength: 2 },
    ),
    schoolLeads: fc.array(
      fc
        .tuple(span, person, fc.nat({ max: SCHOOLS - 1 }))
        .map(([s, p, school]) => ({ ...s, person: p, school })),
      { maxLength: 3 },
    ),
    connections: fc.array(
      fc
        .tuple(span, pair, rarely)
        .map(([s, [a, b], voided]) => ({ ...s, a: Math.min(a, b), b: Math.max(a, b), voided })),
      { maxLength: 3 },
    ),
    mentorships: fc.array(
      fc.tuple(span, pair, rarely).map(([s, [mentor, mentee], voided]) => ({ ...s, mentor, mentee, voided })),
      { maxLength: 2 },
    ),
    blocks: fc.array(
      fc.tuple(pair, rarely).map(([[by, of], lifted]) => ({ by, of, lifted })),
      { maxLength: 2 },
    ),
  })
  .map((w) => ({
    ...w,
    groupCount: GROUPS,
    stints: apart(w.stints, (s) => `${s.person} ${s.school}`),
    memberships: apart(w.memberships, (m) => `${m.person} ${m.group}`),
    groupLeads: apart(w.groupLeads, (l) => `${l.person} ${l.group}`),
    schoolLeads: apart(w.schoolLeads, (l) => `${l.person} ${l.school}`),
    connections: apart(w.connections, (c) => `${c.a} ${c.b}`),
    blocks: w.blocks.filter((b, n) => w.blocks.findIndex((x) => x.by === b.by && x.of === b.of) === n),
  }))
