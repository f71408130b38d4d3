import { eq, people, profiles, sql } from '@wirearchy/db'
import { type Ctx, type Day, Problem } from '@wirearchy/domain'
import type { Level } from '@wirearchy/domain/visibility'
import { type Audiences, audiencesOf } from './audiences.ts'
import type { Role } from './choices.ts'
import { roleWord } from './words.ts'

/** One stay of a person, with its own audience if it has one. */
export interface Stay {
  id: string
  schoolId: string
  schoolName: string
  town: string | null
  /** True of a real school with a page; false of "outside the UK" and the like. */
  isSchool: boolean
  kind: 'employed' | 'placement' | 'supply' | 'volunteer'
  /** The latest role there, in the words of the school's nation. */
  role: string | null
  startedOn: Day
  finishedOn: Day | null
  audience: Level | null
}

export interface Pause {
  id: string
  startedOn: Day
  expectedReturnOn: Day | null
  finishedOn: Day | null
  audience: Level
}

/** All that a page about a person is made from, before anybody's sight is considered. */
export interface PersonFacts {
  id: string
  name: string
  profile: typeof profiles.$inferSelect | null
  audiences: Audiences
  stays: Stay[]
  pauses: Pause[]
  today: Day
}

/** @throws Problem not_found when there is no such person, or they are a person no longer */
export async function factsOf(ctx: Ctx, personId: string): Promise<PersonFacts> {
  const [row] = await ctx.store.read
    .select({ id: people.id, name: people.displayName, status: people.status, profile: profiles })
    .from(people)
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .where(eq(people.id, personId))
  if (row?.status !== 'active') throw Problem.notFound()
  return {
    id: row.id,
    name: row.name,
    profile: row.profile,
    audiences: await audiencesOf(ctx.store.read, personId),
    stays: await staysOf(ctx, personId),
    pauses: await pausesOf(ctx, personId),
    today: ctx.today,
  }
}

type StayRow = Omit<Stay, 'isSchool' | 'role'> & {
  placeKind: string
  nation: string | null
  role: Role | null
}

async function staysOf({ store }: Ctx, personId: string): Promise<Stay[]> {
  const rows = await store.read.rows<StayRow>(sql`
    select s.id as "id", s.school_id as "schoolId", place.name as "schoolName", place.town as "town",
      place.kind as "placeKind", place.nation as "nation", s.kind as "kind", s.audience as "audience",
      s.started_on as "startedOn", s.finished_on as "finishedOn",
      (select r.role from stint_roles r where r.stint_id = s.id and r.voided_at is null
        order by r.started_on desc, r.id desc limit 1) as "role"
    from stints s join schools place on place.id = s.school_id
    where s.person_id = ${personId} and s.voided_at is null
    order by s.started_on, s.id`)
  return rows.map(({ placeKind, nation, role, ...stay }) => ({
    ...stay,
    isSchool: placeKind === 'school' || placeKind === 'pending',
    role: role && roleWord(role, nation),
  }))
}

const pausesOf = ({ store }: Ctx, personId: string) =>
  store.read.rows<Pause>(sql`
    select id as "id", started_on as "startedOn", expected_return_on as "expectedReturnOn",
      finished_on as "finishedOn", audience as "audience"
    from pauses where person_id = ${personId} and voided_at is null order by started_on`)
