import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { people, sql } from '@wirearchy/db'
import { addDays, type Ctx, type Day, type MemberCtx, withSeededIds } from '@wirearchy/domain'
import { createAccount } from '@wirearchy/domain/account'
import { createGroup, openMembership } from '@wirearchy/domain/group'
import { editProfile, setAudience } from '@wirearchy/domain/person'
import { importSchools } from '@wirearchy/domain/school'
import { importStint } from '@wirearchy/domain/stint'
import { CAST } from './cast.ts'
import { academicYear, type Plan, type PlannedStay, planWorld } from './plan.ts'
import { Random } from './profession/random.ts'
import { stories } from './stories.ts'

const SEED = 20260701

/** The small world while it is being made: the plan, what its numbers became, and who acts when. */
export interface Making {
  ctx: Ctx
  plan: Plan
  random: Random
  people: string[]
  schools: string[]
  groups: Map<string, { id: string; slug: string }>
  /** The context of a person on a day, at nine in the morning. */
  as(person: number, day: Day): MemberCtx
  on(day: Day): Ctx
}

/**
 * Imports the schools that the project ships and fills an empty database with the small invented world: the same ids
 * for the same seed, its days counted from today. Does nothing to a world that is there already.
 * @returns a table of who can sign in
 */
export async function seedDemo(ctx: Ctx): Promise<string> {
  if ((await ctx.store.read.$count(people)) === 0) await withSeededIds(SEED, () => make(ctx))
  return whoCanSignIn()
}

async function make(ctx: Ctx) {
  await importSchools(ctx, { path: schoolsFile() })
  const plan = planWorld(SEED, ctx.today)
  const making: Making = {
    ctx,
    plan,
    random: new Random(SEED + 1),
    people: [],
    schools: await someSchools(ctx),
    groups: new Map(),
    ...actors(ctx),
  }
  await everybody(making)
  await trained(making)
  await Promise.all([...plan.stays].sort(byStart).map((stay) => worked(making, stay)))
  await said(making)
  await stories(making)
}

/** The extract of the register that the project ships, also when the code runs from a bundle. */
export const schoolsFile = () =>
  join(
    dirname(createRequire(import.meta.url).resolve('@wirearchy/domain/package.json')),
    'src/cast/schools.csv',
  )

const byStart = (one: PlannedStay, other: PlannedStay) =>
  one.startedOn < other.startedOn ? -1 : one.startedOn > other.startedOn ? 1 : one.person - other.person

function actors(ctx: Ctx) {
  let ticks = 0
  const on = (day: Day): Ctx => ({
    ...ctx,
    today: day,
    now: Date.parse(`${day}T09:00:00Z`) + ticks++,
    correlationId: `seed-${ticks}`,
  })
  return {
    on,
    as(this: Making, person: number, day: Day): MemberCtx {
      return { ...on(day), viewer: this.people[person] as string, actor: 'person' }
    },
  }
}

/** Sixty open schools of the extract: secondary ones first, so that PGCE people have places to go. */
async function someSchools({ store }: Ctx) {
  const rows = await store.read.rows<{ id: string }>(sql`
    select id from schools where kind = 'school' and status = 'open'
    order by case when nation = 'wales' then 0 when phase = 'Secondary' or phase = 'secondary' then 1 else 2 end, no limit 60`)
  return rows.map(({ id }) => id)
}

async function everybody(making: Making) {
  const { plan, ctx } = making
  const when = `${academicYear(ctx.today) - 3}-08-20`
  const made = await Promise.all(
    plan.people.map(({ name, email }) =>
      ctx.store.tx((tx) => createAccount(tx, making.on(when), { email, name })),
    ),
  )
  making.people.push(...made.map(({ personId }) => personId))
}

async function trained(making: Making) {
  const { plan, ctx, groups } = making
  const margaret = plan.people.findIndex(({ part }) => part === 'margaret')
  for (const { key, members, ...course } of plan.groups) {
    const { provider, name, subject, phase, nation, startedOn, finishedOn } = course
    const lead = making.as(margaret, startedOn)
    const group = await createGroup(lead, {
      provider,
      name,
      subject,
      phase,
      nation,
      startedOn,
      finishedOn,
      route: null,
      iTrainHere: false,
    })
    groups.set(key, group)
    const join = (person: number) =>
      ctx.store.tx((tx) =>
        openMembership(tx, making.as(person, startedOn), {
          group: { ...group, startedOn, finishedOn },
          personId: making.people[person] as string,
        }),
      )
    await Promise.all(members.map(join))
  }
}

async function worked(making: Making, { person, school, kind, startedOn, finishedOn }: PlannedStay) {
  const role = kind === 'placement' ? ('trainee' as const) : ('new_teacher' as const)
  const stay = {
    personId: making.people[person] as string,
    schoolId: making.schools[school] as string,
    kind,
    role,
    startedOn,
    finishedOn,
  }
  await making.ctx.store.tx((tx) => importStint(tx, { ...making.on(startedOn), actor: 'import' }, stay))
}

/** What people say of themselves, and how far they let it be seen: most as it comes, some wider. */
async function said(making: Making) {
  const { plan, random, ctx } = making
  const yesterday = addDays(ctx.today, -1)
  for (const [person, { subject, phase, nation }] of plan.people.entries()) {
    const me = making.as(person, yesterday)
    const began = plan.groups.find(({ members }) => members.includes(person))?.startedOn.slice(0, 4)
    const years = began ? academicYear(ctx.today) - Number(began) : 9
    const stage =
      years === 0 ? 'trainee' : years === 1 ? 'first_year' : years === 2 ? 'second_year' : 'established'
    await editProfile(me, { ...BLANK, stage, phase, nation, subjects: subject ? [subject] : [] })
    if (random.chance(0.35)) await setAudience(me, { two_hops: random.chance(0.5) ? 'members' : 'groups' })
  }
}

const BLANK = {
  pronouns: null,
  languages: [],
  region: null,
  trainedWith: null,
  askMeAbout: null,
  helpWith: null,
}

function whoCanSignIn() {
  const width = Math.max(...CAST.map(({ name }) => name.length))
  const rows = CAST.map(({ name, email, is }) => `  ${name.padEnd(width)}  ${email.padEnd(28)}  ${is}`)
  return ['Who can sign in (the demo shows every letter, codes too, at /demo/outbox):', '', ...rows].join(
    '\n',
  )
}
