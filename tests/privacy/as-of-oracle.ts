/**
 * What one person may read as of an earlier day, written from the rules in words: permission is decided today, and the
 * day only takes away. Plain loops over plain rows, without the product's code.
 */
import { reach, seesStint } from './oracle.ts'
import { PEOPLE, type Span, type World } from './world.ts'

export interface Role extends Span {
  stint: number
  name: string
}
export interface Pause extends Span {
  person: number
  audience: 'only_me' | 'ties' | 'members'
}
export interface Past {
  w: World
  roles: Role[]
  pauses: Pause[]
  viewer: number
  today: number
  day: number
}

const liveOn = (s: Span, day: number) => s.from <= day && (s.to === null || s.to >= day)
const everybody = Array.from({ length: PEOPLE }, (_, n) => n)
const shared = (a: Span, b: Span): Span | null => {
  const from = Math.max(a.from, b.from)
  const to = a.to === null ? b.to : b.to === null ? a.to : Math.min(a.to, b.to)
  return to !== null && to < from ? null : { from, to }
}

/** A tie in one line: with whom, how, where, its first day, and its last if it was over before the day. */
export function ties(past: Past, end = 11): string[] {
  const { w, viewer, today, day } = past
  const lines: string[] = []
  const add = (other: number, kind: string, place: string, span: Span | null, open: number | null = null) => {
    if (!span || span.from > day || reach(w, viewer, other, today) === 0) return
    const last = span.to === null ? null : span.to < day ? span.to : open
    lines.push([other, kind, place, span.from, last].join(' '))
  }
  const [mine, theirs] = [w.memberships.filter(ofMe), w.memberships.filter(ofOthers)]
  for (const a of mine)
    for (const b of theirs) if (a.group === b.group) add(b.person, 'group', `g${a.group}`, shared(a, b), end)
  for (const a of w.stints.filter(ofMe))
    for (const b of w.stints.filter(ofOthers))
      if (a.school === b.school && tiesPeople(past, a) && tiesPeople(past, b))
        add(b.person, 'school', `s${a.school}`, shared(a, b))
  for (const m of w.mentorships.filter(({ voided }) => !voided)) {
    if (m.mentor === viewer) add(m.mentee, 'mentee', '', m)
    if (m.mentee === viewer) add(m.mentor, 'mentor', '', m)
  }
  for (const c of w.connections.filter(({ voided }) => !voided)) {
    if (c.a === viewer) add(c.b, 'connection', '', c)
    if (c.b === viewer) add(c.a, 'connection', '', c)
  }
  return lines.sort()

  function ofMe(row: { person: number; voided: boolean }) {
    return row.person === viewer && !row.voided
  }
  function ofOthers(row: { person: number; voided: boolean }) {
    return row.person !== viewer && !row.voided
  }
}

type Stint = World['stints'][number]
/** Confirmed, at a real school, and not hidden today. */
function tiesPeople({ w, today }: Past, s: Stint) {
  if (s.told || w.schools[s.school]?.kind !== 'school') return false
  if (s.audience !== null) return s.audience !== 'only_me'
  const isOver = s.to !== null && s.to < today
  return isOver || w.people[s.person]?.audiences.current_school !== 'only_me'
}

/** Stays of one person that may be read today and had begun by the day: "number first last role". */
export function stays(past: Past, person: number): string[] {
  const { w, viewer, today, day } = past
  return w.stints
    .flatMap((s, n) =>
      s.person === person && !s.voided && s.from <= day && seesStint(w, viewer, n, today)
        ? [[n, s.from, overBy(s, day), roleOf(past, n)].join(' ')]
        : [],
    )
    .sort()
}

const overBy = ({ to }: Span, day: number) => (to !== null && to < day ? to : null)

/** One's own role that day; of others, today's last role if it had begun. */
function roleOf({ w, roles, viewer, today, day }: Past, stint: number) {
  const held = roles.filter((r) => r.stint === stint).sort((a, b) => a.from - b.from)
  const isMine = w.stints[stint]?.person === viewer
  if (day === today) return held.at(-1)?.name ?? null
  if (isMine) return held.filter((r) => r.from <= day).at(-1)?.name ?? null
  const last = held.at(-1)
  return last && last.from <= day ? last.name : null
}

/** Whether somebody shows as away: on one's own page that day, on another's only by a break that goes on today. */
export function isAway({ w, pauses, viewer, today, day }: Past, person: number) {
  const far = reach(w, viewer, person, today)
  const rank = { only_me: 5, ties: 4, members: 1 }
  return pauses.some(
    (p) =>
      p.person === person &&
      liveOn(p, day) &&
      (person === viewer || liveOn(p, today)) &&
      far >= rank[p.audience],
  )
}

/** Memberships of one person that stand on their career line. */
export function courses({ w, viewer, today, day }: Past, person: number): string[] {
  return w.memberships
    .flatMap((m, n) => {
      if (m.person !== person || m.voided || m.from > day) return []
      const isShared = w.memberships.some(
        (own) =>
          own.person === viewer &&
          person !== viewer &&
          own.group === m.group &&
          !own.voided &&
          shared(own, m) !== null &&
          Math.max(own.from, m.from) <= today,
      )
      return person === viewer || isShared || leadsGroup(w, viewer, m.group, today) ? [`m${n} ${m.from}`] : []
    })
    .sort()
}

const leadsGroup = (w: World, person: number, group: number, day: number) =>
  w.groupLeads.some((l) => l.person === person && l.group === group && liveOn(l, day))

/** Who of a group was in it that day, of those one may see today; null when the group is not one's to see. */
export function inGroup({ w, viewer, today, day }: Past, group: number): number[] | null {
  const there = w.memberships.filter((m) => m.group === group && !m.voided)
  const own = there.filter((m) => m.person === viewer)
  const isLead = leadsGroup(w, viewer, group, today)
  if (!isLead && own.length === 0) return null
  const may = (m: Span & { person: number }) =>
    isLead || m.person === viewer || (m.from <= today && own.some((mine) => shared(mine, m) !== null))
  return everybody.filter(
    (one) =>
      reach(w, viewer, one, today) > 0 &&
      there.some((m) => m.person === one && may(m) && (day === today || liveOn(m, day))),
  )
}

const leadsSchool = ({ w, viewer, today }: Past, school: number) =>
  w.schoolLeads.some((l) => l.person === viewer && l.school === school && liveOn(l, today)) &&
  w.stints.some((s) => s.person === viewer && s.school === school && !s.voided && liveOn(s, today))

/** The stays of today's staff that had begun by the day; null to whoever does not look after them today. */
export function staffOf(past: Past, school: number): number[] | null {
  const { w, viewer, today, day } = past
  if (w.schools[school]?.kind !== 'school' || !leadsSchool(past, school)) return null
  return w.stints.flatMap((s, n) =>
    s.school === school &&
    !s.voided &&
    liveOn(s, today) &&
    s.from <= day &&
    w.people[s.person]?.active &&
    (s.person === viewer || reach(w, viewer, s.person, today) > 0)
      ? [n]
      : [],
  )
}

/** Whom one knew at a school that day, of those whose time there one may know today. */
export function knownAt(past: Past, school: number): number[] {
  const { w, viewer, today, day } = past
  const tied = new Set(ties(past).map((line) => Number(line.split(' ')[0])))
  const beside = w.stints.filter(
    (s) => s.person === viewer && s.school === school && !s.voided && liveOn(s, day) && tiesPeople(past, s),
  )
  return everybody.filter(
    (one) =>
      one !== viewer &&
      tied.has(one) &&
      w.people[one]?.active &&
      w.stints.some(
        (s, n) =>
          s.person === one &&
          s.school === school &&
          !s.voided &&
          liveOn(s, day) &&
          (seesStint(w, viewer, n, today) || (beside.length > 0 && tiesPeople(past, s))),
      ),
  )
}
