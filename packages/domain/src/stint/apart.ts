import { covers, dayAfter, dayBefore } from '@wirearchy/domain'
import type { Stay } from './resolve.ts'

/**
 * Keeps stays apart that cannot both be: two of one school and kind, and two full-time posts at once that nobody
 * meant. Where it takes a guess which post ends, the newcomer is held back until the person says.
 */
export function apart(stays: Stay[]): Stay[] {
  const held = new Set<Stay>()
  const shifted = new Set<Stay>()
  for (let again = true; again; ) {
    again = false
    const live = stays.filter((stay) => !held.has(stay)).sort(inOrder)
    for (const [at, stay] of live.entries()) {
      again = settle(
        stay,
        live.slice(0, at).filter((other) => clash(other, stay)),
        held,
        shifted,
      )
      if (again) break
    }
  }
  return followEachOther(stays.filter((stay) => !held.has(stay)).sort(inOrder))
}

/** By start; on one day the person's own word first. */
const inOrder = (one: Stay, other: Stay) => (keyOf(one) < keyOf(other) ? -1 : 1)
const keyOf = ({ startedOn, startedBy, schoolId, kind }: Stay) =>
  `${startedOn} ${startedBy === 'self' ? 0 : 1} ${schoolId} ${kind}`

const isFullTime = ({ kind, pattern }: Stay) =>
  kind === 'employed' && pattern !== 'part_time' && pattern !== 'supply'

/** True when a later full-time stay begins during an earlier one elsewhere, and nobody said they go together. */
const clash = (earlier: Stay, later: Stay) =>
  earlier.schoolId !== later.schoolId &&
  ![earlier, later].some((stay) => !isFullTime(stay)) &&
  !later.besides &&
  covers(earlier, later.startedOn)

/** @returns true when something changed, so that the whole is looked at again */
function settle(stay: Stay, during: Stay[], held: Set<Stay>, shifted: Set<Stay>): boolean {
  const [earlier] = during
  if (!earlier) return false
  if (stay.startedBy === 'self') return during.some((other) => giveWay(other, stay, held))
  if (during.length > 1 || earlier.startedOn === stay.startedOn || shifted.has(stay)) return hold(stay, held)
  if (earlier.endedBy !== 'self') return giveWay(earlier, stay, held)
  shifted.add(stay)
  stay.startedOn = dayAfter(earlier.finishedOn as string)
  return stay.finishedOn !== null && stay.finishedOn < stay.startedOn ? hold(stay, held) : true
}

const hold = (stay: Stay, held: Set<Stay>) => Boolean(held.add(stay))

/** Ends a stay the day before the next begins, unless its owner said when it ends, or the two days are one. */
function giveWay(earlier: Stay, next: Stay, held: Set<Stay>): boolean {
  if (earlier.endedBy === 'self') return false
  if (earlier.startedOn === next.startedOn) return earlier.startedBy !== 'self' && hold(earlier, held)
  earlier.finishedOn = dayBefore(next.startedOn)
  earlier.endedBy = 'next'
  return true
}

/** Stays of one school and kind follow each other without sharing a day. */
function followEachOther(stays: Stay[]): Stay[] {
  const kept: Stay[] = []
  for (const stay of stays) {
    const before = kept.findLast(({ schoolId, kind }) => schoolId === stay.schoolId && kind === stay.kind)
    if (before?.startedOn === stay.startedOn) continue
    if (before && covers(before, stay.startedOn)) {
      before.finishedOn = dayBefore(stay.startedOn)
      before.endedBy = 'next'
    }
    kept.push(stay)
  }
  return kept
}
