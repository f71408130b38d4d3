import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { people, sql } from '@wirearchy/db'
import { type Ctx, withSeededIds } from '@wirearchy/domain'
import { importLinks, importSchools } from '@wirearchy/domain/school'
import { CAST } from './cast.ts'
import { everybody, said, trained, worked } from './lives.ts'
import { actors, type Making } from './making.ts'
import { type PlannedStay, planWorld } from './plan.ts'
import { Random } from './profession/random.ts'
import { stories } from './stories.ts'
import { whatWaits } from './what-waits.ts'

const SEED = 20260701

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
  await importLinks(ctx, { path: join(dirname(schoolsFile()), 'links.csv') })
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
  await whatWaits(making)
}

/** The extract of the register that the project ships, also when the code runs from a bundle. */
export const schoolsFile = () =>
  join(
    dirname(createRequire(import.meta.url).resolve('@wirearchy/domain/package.json')),
    'src/cast/schools.csv',
  )

const byStart = (one: PlannedStay, other: PlannedStay) =>
  one.startedOn < other.startedOn ? -1 : one.startedOn > other.startedOn ? 1 : one.person - other.person

/** Sixty open schools of the extract: secondary ones first, so that PGCE people have places to go. */
async function someSchools({ store }: Ctx) {
  const rows = await store.read.rows<{ id: string }>(sql`
    select id from schools where kind = 'school' and status = 'open'
    order by case when nation = 'wales' then 0 when phase = 'Secondary' or phase = 'secondary' then 1 else 2 end, no limit 60`)
  return rows.map(({ id }) => id)
}

function whoCanSignIn() {
  const width = Math.max(...CAST.map(({ name }) => name.length))
  const rows = CAST.map(({ name, email, is }) => `  ${name.padEnd(width)}  ${email.padEnd(28)}  ${is}`)
  return ['Who can sign in (the demo shows every letter, codes too, at /demo/outbox):', '', ...rows].join(
    '\n',
  )
}
