import { connections, groupMemberships, mentorships, stints } from '@wirearchy/db'
import { at, dayText, endText, type Load } from './load.ts'
import type { Profession } from './profession/index.ts'

/** What ties people: memberships, stays, mentoring, connections. */
export async function loadSpans(
  load: Load,
  { stints: stays, memberships, mentorships: mentoring, connections: known }: Profession,
) {
  await load(groupMemberships, memberships.person.length, (n) => ({
    id: at('membership', n),
    no: n + 1,
    groupId: at('group', memberships.group[n] as number),
    personId: at('person', memberships.person[n] as number),
    startedOn: dayText(memberships.from[n] as number),
    finishedOn: endText(memberships.to[n] as number),
    joinedAt: 0,
  }))
  await load(stints, stays.person.length, (n) => ({
    id: at('stint', n),
    no: n + 1,
    personId: at('person', stays.person[n] as number),
    schoolId: at('school', stays.school[n] as number),
    kind: 'employed',
    startedOn: dayText(stays.from[n] as number),
    finishedOn: endText(stays.to[n] as number),
    source: 'import',
    confidence: 'confirmed',
    confirmedAt: 0,
    createdAt: 0,
  }))
  await load(mentorships, mentoring.mentor.length, (n) => ({
    id: at('mentorship', n),
    no: n + 1,
    mentorId: at('person', mentoring.mentor[n] as number),
    menteeId: at('person', mentoring.mentee[n] as number),
    kind: 'informal',
    startedOn: dayText(mentoring.from[n] as number),
    finishedOn: endText(mentoring.to[n] as number),
    createdAt: 0,
  }))
  await load(connections, known.a.length, (n) => ({
    id: at('connection', n),
    no: n + 1,
    personLo: at('person', known.a[n] as number),
    personHi: at('person', known.b[n] as number),
    startedOn: dayText(known.from[n] as number),
    finishedOn: endText(known.to[n] as number),
    createdAt: 0,
  }))
}
