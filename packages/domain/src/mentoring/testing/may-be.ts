import { MANY, type World } from './worlds.ts'

type Pairs = [number, number][]
const has = (list: Pairs, a: number, b: number) => list.some(([x, y]) => x === a && y === b)
const either = (list: Pairs, a: number, b: number) => has(list, a, b) || has(list, b, a)

/** Who may be suggested to whom, worked out from the world alone, one rule a line. */
export function mayBe(w: World, asker: number, mentor: number): boolean {
  const isTogether = w.school.includes(asker) && w.school.includes(mentor)
  return (
    asker !== mentor &&
    w.offering.includes(mentor) &&
    ![...w.away, ...w.paused, ...w.closed, ...w.full].includes(mentor) &&
    !either(w.blocked, asker, mentor) &&
    !either(w.apart, asker, mentor) &&
    !has(w.mentors, mentor, asker) &&
    !(w.school.includes(asker) && w.leads.includes(mentor)) &&
    !(w.school.includes(mentor) && w.leads.includes(asker)) &&
    !(isTogether && w.tutors.includes(mentor)) &&
    !runs(w, mentor, asker) &&
    !runs(w, asker, mentor) &&
    !(isTogether && (w.asksOutside || w.outside.includes(mentor))) &&
    (isInSight(w, asker, mentor) || isThroughSomebody(w, asker, mentor))
  )
}

const knows = (w: World, a: number, b: number) =>
  w.groups.some((group) => group.includes(a) && group.includes(b)) || either(w.known, a, b)

/** True when the one leads the other's training group, which is the first there is. */
const runs = (w: World, lead: number, member: number) =>
  w.runs.includes(lead) && (w.groups[0] ?? []).includes(member)

/** True of two of whom one mentors the other, or did. */
const wasMentored = (w: World, a: number, b: number) => either(w.mentors, a, b) || either(w.past, a, b)

const isInSight = (w: World, asker: number, mentor: number) =>
  knows(w, asker, mentor) ||
  wasMentored(w, asker, mentor) ||
  (w.school.includes(asker) && w.school.includes(mentor))

const isThroughSomebody = (w: World, asker: number, mentor: number) =>
  [...Array(MANY).keys()].some(
    (link) =>
      ![asker, mentor].includes(link) &&
      (knows(w, asker, link) || wasMentored(w, asker, link)) &&
      knows(w, link, mentor) &&
      !w.unnamed.includes(link) &&
      !either(w.blocked, asker, link) &&
      !either(w.blocked, link, mentor) &&
      !has(w.apart, asker, link),
  )
