import { counters, insertMany, people } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { loader } from './load.ts'
import { loadPeople } from './load-people.ts'
import { loadPlaces } from './load-places.ts'
import { loadSpans } from './load-spans.ts'
import { makeProfession, SEED } from './profession/index.ts'

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
  await loadPlaces(load, made)
  await loadPeople(load, made, ctx.now)
  await loadSpans(load, made)
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
