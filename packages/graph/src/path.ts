import { type Meeting, searchFromBothEnds } from './both-ends.ts'
import type { Facts } from './facts.ts'
import { KNOWN } from './kinds.ts'
import type { Marks } from './marks.ts'
import { reach, type Scope, scopeFor } from './reach.ts'
import type { Asking, Path } from './types.ts'

/** Longer ways tell nobody anything, and cost the most. */
const LONGEST = 8

/**
 * The shortest ways between two people through ties of people who know each other, as of a day: the
 * first `cap` (3) in order of people's numbers, none longer than `maxLength` (3) steps.
 */
export function path(
  facts: Facts,
  from: number,
  to: number,
  asOf: number,
  asking: Asking & { maxLength?: number; cap?: number } = {},
): Path[] {
  const scope = scopeFor(facts, asOf, asking.exclude)
  if (from === to || scope.refuses(to)) return []
  const meeting = searchFromBothEnds(facts, scope, from, to, Math.min(asking.maxLength ?? 3, LONGEST))
  if (!meeting) return []
  const stages = stagesBetween(facts, scope, meeting)
  const found: Path[] = []
  walk(facts, scope, stages, { people: [from], masks: [] }, found, asking.cap ?? 3)
  return found
}

/** For each step of the way, in order of number, who stands there on a shortest way; the end is the last. */
function stagesBetween(facts: Facts, scope: Scope, { near, far, middle }: Meeting): number[][] {
  const marks = facts.scratch[2]
  const back = (levels: number[][]) => {
    let stage = middle
    return levels
      .slice(1, -1)
      .reverse()
      .map((level) => {
        reachAll(facts, scope, stage, marks)
        stage = level.filter((person) => marks.value[person] !== 0)
        return stage
      })
  }
  const end = far.length > 1 ? far.slice(0, 1) : []
  const all = [...back(near).reverse(), middle, ...back(far), ...end]
  return all.map((stage) => stage.slice().sort((a, b) => a - b))
}

/** Marks everybody known to any of these people. */
function reachAll(facts: Facts, scope: Scope, people: number[], marks: Marks) {
  marks.clear(facts.flags.length)
  const scanned = facts.scanned[0].clear()
  for (const person of people) reach({ facts, scope, marks, scanned }, person, KNOWN)
}

/** Goes on from the last person of `way` through the stages left, least number first, until `cap` are found. */
function walk(facts: Facts, scope: Scope, stages: number[][], way: Path, found: Path[], cap: number) {
  const [next, ...rest] = stages
  if (!next) {
    found.push(way)
    return
  }
  const marks = facts.scratch[2].clear(facts.flags.length)
  reach({ facts, scope, marks }, way.people.at(-1)!, KNOWN)
  const steps = next.filter((person) => marks.value[person] !== 0)
  const masks = steps.map((person) => marks.value[person]!)
  for (let i = 0; i < steps.length && found.length < cap; i++) {
    const on = { people: [...way.people, steps[i]!], masks: [...way.masks, masks[i]!] }
    walk(facts, scope, rest, on, found, cap)
  }
}
