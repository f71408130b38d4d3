/**
 * Who may see whom, and which stays, written from the rules in words and without the product's code:
 * plain loops over plain rows. Slow, obvious, and independent of the SQL that it judges.
 */
import type { Level, Span, World } from './world.ts'

const RANK: Record<Level, number> = { only_me: 5, ties: 4, groups: 3, schools: 2, members: 1 }

const liveOn = (s: Span, day: number) => s.from <= day && (s.to === null || s.to >= day)
const meet = (a: Span, b: Span) => {
  for (let day = Math.max(a.from, b.from); day < 99; day += 1) {
    if (liveOn(a, day) && liveOn(b, day)) return true
    if (day > 20) return liveOn(a, 50) && liveOn(b, 50)
  }
  return false
}
const begunBy = (day: number, ...spans: Span[]) => spans.every((s) => s.from <= day)

/** An erased person keeps their place, nameless. 0 = out of sight; 5 = oneself; 4 = a tie; 3 = a group one leads or is led in; 2 = same school now, or its lead; 1 = once near. */
export function reach(w: World, viewer: number, other: number, today: number): number {
  if (
    w.blocks.some(
      (b) => !b.lifted && ((b.by === viewer && b.of === other) || (b.by === other && b.of === viewer)),
    )
  )
    return 0
  if (viewer === other) return 5
  if (tied(w, viewer, other, today)) return 4
  if (leads(w, viewer, other, today) || leads(w, other, viewer, today)) return 3
  if (staffOf(w, viewer, other, today) || nearNow(w, viewer, other, today)) return 2
  return onceNear(w, viewer, other, today) ? 1 : 0
}

function tied(w: World, viewer: number, other: number, today: number) {
  for (const mine of w.memberships)
    for (const theirs of w.memberships)
      if (
        mine.person === viewer &&
        theirs.person === other &&
        mine.group === theirs.group &&
        !mine.voided &&
        !theirs.voided &&
        meet(mine, theirs) &&
        begunBy(today, mine, theirs)
      )
        return true
  for (const c of w.connections)
    if (
      !c.voided &&
      begunBy(today, c) &&
      ((c.a === viewer && c.b === other) || (c.a === other && c.b === viewer))
    )
      return true
  for (const m of w.mentorships)
    if (
      !m.voided &&
      begunBy(today, m) &&
      ((m.mentor === viewer && m.mentee === other) || (m.mentor === other && m.mentee === viewer))
    )
      return true
  return false
}

/** True when `lead` runs a group today in which `member` has ever had a place. */
const leads = (w: World, lead: number, member: number, today: number) =>
  w.groupLeads.some(
    (l) =>
      l.person === lead &&
      liveOn(l, today) &&
      w.memberships.some((m) => m.person === member && m.group === l.group && !m.voided),
  )

const leadsSchool = (w: World, viewer: number, school: number, today: number) =>
  w.schoolLeads.some((l) => l.person === viewer && l.school === school && liveOn(l, today)) &&
  w.stints.some((s) => s.person === viewer && s.school === school && !s.voided && liveOn(s, today))

const staffOf = (w: World, viewer: number, other: number, today: number) =>
  w.stints.some(
    (s) => s.person === other && !s.voided && liveOn(s, today) && leadsSchool(w, viewer, s.school, today),
  )

type Stint = World['stints'][number]
const isHidden = (w: World, s: Stint, today: number) => {
  if (s.audience !== null) return s.audience === 'only_me'
  const stillThere = s.to === null || s.to >= today
  return stillThere && w.people[s.person]?.audiences.current_school === 'only_me'
}

function* nearPairs(w: World, viewer: number, other: number, today: number) {
  for (const mine of w.stints)
    for (const theirs of w.stints) {
      if (mine.person !== viewer || theirs.person !== other || mine.school !== theirs.school) continue
      if (mine.voided || theirs.voided || mine.told || theirs.told) continue
      if (w.schools[mine.school]?.kind !== 'school') continue
      if (isHidden(w, mine, today) || isHidden(w, theirs, today)) continue
      if (meet(mine, theirs) && begunBy(today, mine, theirs)) yield [mine, theirs] as const
    }
}
const onceNear = (w: World, viewer: number, other: number, today: number) =>
  !nearPairs(w, viewer, other, today).next().done
const nearNow = (w: World, viewer: number, other: number, today: number) =>
  [...nearPairs(w, viewer, other, today)].some(
    ([mine, theirs]) => liveOn(mine, today) && liveOn(theirs, today),
  )

/** Whether the viewer may see that somebody was at that school then. */
export function seesStint(w: World, viewer: number, index: number, today: number): boolean {
  const s = w.stints[index] as Stint
  if (s.person === viewer) return true
  const far = reach(w, viewer, s.person, today)
  if (!w.people[s.person]?.active) return false
  if (far === 0 || s.voided || s.from > today) return false
  const own = w.people[s.person]?.audiences ?? {}
  if (!liveOn(s, today))
    return far >= RANK[own.past_stints ?? 'only_me'] && far >= RANK[s.audience ?? 'members']
  return leadsSchool(w, viewer, s.school, today) || far >= RANK[s.audience ?? own.current_school ?? 'ties']
}
