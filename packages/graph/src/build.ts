import { between } from './between.ts'
import { dump } from './dump.ts'
import { ego } from './ego.ts'
import { Facts } from './facts.ts'
import { near } from './near.ts'
import { path } from './path.ts'
import { suggest } from './suggest.ts'
import { ties } from './ties.ts'
import type { Index, World } from './types.ts'

/** An index over these rows. It answers at once for whatever `apply` adds, replaces or voids later. */
export function buildIndex(world: World): Index {
  const facts = new Facts(world.people)
  fill(facts, world)
  facts.compact()
  return {
    apply: (change) => facts.apply(change),
    compact: () => facts.compact(),
    ties: (person, asOf, asking) => ties(facts, person, asOf, asking),
    between: (a, b, asOf) => between(facts, a, b, asOf),
    near: (person, school, asOf, asking) => near(facts, person, school, asOf, asking),
    path: (from, to, asOf, asking) => path(facts, from, to, asOf, asking),
    suggest: (person, asOf, asking) => suggest(facts, person, asOf, asking),
    ego: (person, asOf, limit, asking) => ego(facts, person, asOf, limit, asking),
    dump: () => dump(facts),
  }
}

function fill(facts: Facts, world: World) {
  for (const row of world.groupSpans ?? []) facts.apply({ kind: 'span', op: 'put', of: 'group', ...row })
  for (const row of world.schoolSpans ?? []) facts.apply({ kind: 'span', op: 'put', of: 'school', ...row })
  for (const row of world.mentorships ?? [])
    facts.apply({ kind: 'pair', op: 'put', of: 'mentorship', ...row })
  for (const row of world.connections ?? [])
    facts.apply({ kind: 'pair', op: 'put', of: 'connection', ...row })
  const hidden = new Set(world.hidden)
  const knownOnly = new Set(world.knownOnly)
  for (const person of new Set([...hidden, ...knownOnly])) {
    const flags = { hidden: hidden.has(person), knownOnly: knownOnly.has(person) }
    facts.apply({ kind: 'person', op: 'put', person, ...flags })
  }
}
