import {
  accountEmails,
  accounts,
  audiences,
  connections,
  counters,
  groupMemberships,
  groups,
  insertMany,
  mentorships,
  people,
  personWords,
  profiles,
  type Store,
  schools,
  schoolWords,
  stints,
} from '@wirearchy/db'
import { type Ctx, indexWords, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { inventNames } from './names.ts'
import { makeProfession, OPEN, type Profession, SEED } from './profession/index.ts'
import { Random } from './profession/random.ts'

const A_BATCH = 5_000
const PHASES = ['primary', 'secondary', 'special'] as const
const PRIMARY_TOWNS = [
  'Leeds',
  'Hull',
  'York',
  'Derby',
  'Luton',
  'Bath',
  'Exeter',
  'Preston',
  'Truro',
] as const

const KINDS = [
  'person',
  'school',
  'group',
  'account',
  'email',
  'membership',
  'stint',
  'mentorship',
  'connection',
]
/** The id of the n-th row of a kind: a UUID that says which it is. */
export const at = (kind: string, n: number) =>
  `0000000${KINDS.indexOf(kind)}-0000-7000-8000-${String(n).padStart(12, '0')}`
const START = Date.UTC(2000, 0, 1)
const dayText = (day: number) => new Date(START + day * 86_400_000).toISOString().slice(0, 10)
const endText = (day: number) => (day === OPEN ? null : dayText(day))

/**
 * Loads a made profession into an empty database, for measuring: the same rows for the same seed.
 * @returns one sentence that says what is there now
 * @throws Problem conflict when the database already has people
 */
export async function seedProfession(
  ctx: Ctx,
  { people: count, seed = SEED }: { people: number; seed?: number },
) {
  if ((await ctx.store.read.$count(people)) > 0)
    throw new Problem('conflict', 'This database already has people. Choose an empty one with DATABASE_URL.')
  const made = makeProfession(count, seed)
  const load = loader(ctx.store)
  await places(load, made)
  await everybody(load, made, ctx.now)
  await spans(load, made)
  await ctx.store.tx(async (tx) => {
    const used = {
      people: count,
      schools: made.schools.count,
      groups: made.groups.count,
      stints: made.stints.person.length,
      group_memberships: count,
      mentorships: made.mentorships.mentor.length,
      connections: made.connections.a.length,
    }
    await insertMany(
      tx,
      counters,
      Object.entries(used).map(([name, value]) => ({ name, value })),
    )
    await record(tx, ctx, { type: 'profession.seeded', after: { people: count, seed } })
  })
  return `${count} people, ${made.schools.count} schools, ${made.stints.person.length} stays, ${made.connections.a.length} connections (seed ${seed}).`
}

type Load = <Row>(
  table: Parameters<typeof insertMany>[1],
  total: number,
  row: (n: number) => Row | Row[],
) => Promise<void>

/** Writes `total` rows in transactions of a few thousand. */
const loader =
  (store: Store): Load =>
  async (table, total, row) => {
    for (let from = 0; from < total; from += A_BATCH) {
      const rows = Array.from({ length: Math.min(A_BATCH, total - from) }, (_, n) => row(from + n)).flat()
      if (rows.length > 0) await store.tx((tx) => insertMany(tx, table, rows as never))
    }
  }

async function places(load: Load, { schools: made, groups: trained }: Profession) {
  const name = (n: number) =>
    `${['Ashfield', 'Birch Hill', 'St Hild’s', 'Marlow', 'Moorside'][n % 5]} ${['School', 'Academy', 'High School'][n % 3]} ${n}`
  await load(schools, made.count, (n) => ({
    id: at('school', n),
    no: n + 1,
    name: name(n),
    status: made.open[n] ? 'open' : 'closed',
    phase: PHASES[made.phase[n] ?? 0],
    town: PRIMARY_TOWNS[(made.region[n] ?? 0) % 9],
    nation: 'england',
    createdAt: 0,
  }))
  await load(schoolWords, made.count, (n) =>
    indexWords(name(n)).map((word) => ({ word, schoolId: at('school', n), weight: 0 })),
  )
  await load(groups, trained.count, (n) => ({
    id: at('group', n),
    no: n + 1,
    slug: at('group', n),
    name: `Training group ${n}`,
    academicYear: trained.year[n],
    startedOn: dayText(trained.from[n] as number),
    finishedOn: dayText(trained.to[n] as number),
    createdAt: 0,
  }))
}

async function everybody(load: Load, { people: made, seed }: Profession, now: number) {
  const names = inventNames(new Random(seed), 1_500)
  const name = (n: number) => names[n % names.length] as string
  await load(people, made.count, (n) => ({
    id: at('person', n),
    no: n + 1,
    displayName: name(n),
    createdAt: 0,
  }))
  await load(profiles, made.count, (n) => ({
    personId: at('person', n),
    phase: PHASES[made.phase[n] ?? 0],
    subjects: [],
    languages: [],
    updatedAt: now,
  }))
  await load(personWords, made.count, (n) =>
    indexWords(name(n)).map((word) => ({ word, personId: at('person', n) })),
  )
  await load(accounts, made.count, (n) => ({ id: at('account', n), personId: at('person', n), createdAt: 0 }))
  await load(accountEmails, made.count, (n) => ({
    id: at('email', n),
    accountId: at('account', n),
    email: `person${n}@example.com`,
    kind: 'personal',
    verifiedAt: 0,
    createdAt: 0,
  }))
  await load(audiences, made.count, (n) =>
    n % 4 === 0
      ? [{ personId: at('person', n), field: 'two_hops', level: n % 8 === 0 ? 'members' : 'groups' }]
      : [],
  )
}

async function spans(
  load: Load,
  { stints: stays, memberships, mentorships: mentoring, connections: known }: Profession,
) {
  await load(groupMemberships, memberships.person.length, (n) => ({
    id: at('membership', n),
    no: n + 1,
    groupId: at('group', memberships.group[n] as number),
    personId: at('person', memberships.person[n] as number),
    startedOn: dayText(memberships.from[n] as number),
    finishedOn: endText(memberships.to[n] as number),
    joinedAt: 0,
  }))
  await load(stints, stays.person.length, (n) => ({
    id: at('stint', n),
    no: n + 1,
    personId: at('person', stays.person[n] as number),
    schoolId: at('school', stays.school[n] as number),
    kind: 'employed',
    startedOn: dayText(stays.from[n] as number),
    finishedOn: endText(stays.to[n] as number),
    source: 'import',
    confidence: 'confirmed',
    confirmedAt: 0,
    createdAt: 0,
  }))
  await load(mentorships, mentoring.mentor.length, (n) => ({
    id: at('mentorship', n),
    no: n + 1,
    mentorId: at('person', mentoring.mentor[n] as number),
    menteeId: at('person', mentoring.mentee[n] as number),
    kind: 'informal',
    startedOn: dayText(mentoring.from[n] as number),
    finishedOn: endText(mentoring.to[n] as number),
    createdAt: 0,
  }))
  await load(connections, known.a.length, (n) => ({
    id: at('connection', n),
    no: n + 1,
    personLo: at('person', known.a[n] as number),
    personHi: at('person', known.b[n] as number),
    startedOn: dayText(known.from[n] as number),
    finishedOn: endText(known.to[n] as number),
    createdAt: 0,
  }))
}
