import {
  audiences,
  blocks,
  connections,
  groupLeads,
  groupMemberships,
  groups,
  mentorships,
  people,
  type Store,
  schoolLeads,
  schools,
  stints,
} from '@wirearchy/db'
import { DAYS, type Span, type World } from './world.ts'

const days = ({ from, to }: Span) => ({
  startedOn: DAYS[from] as string,
  finishedOn: to === null ? null : (DAYS[to] as string),
})
const voided = (isVoided: boolean) => (isVoided ? { voidedAt: 1, voidReason: 'recorded in error' } : {})
let no = 1

/**
 * Writes a world's rows, its ids made of `prefix` so that many worlds share a database without meeting.
 * @param at how an id is made of a kind and a number, when its shape matters
 */
export function fill(
  store: Store,
  w: World,
  prefix: string,
  at = (kind: string, n: number) => `${prefix}-${kind}-${n}`,
) {
  return store.tx(async (tx) => {
    for (const [n, p] of w.people.entries()) {
      const id = at('p', n)
      await tx.insert(people).values({
        id,
        no: no++,
        displayName: `Person ${n}`,
        createdAt: 0,
        status: p.active ? 'active' : 'anonymised',
      })
      for (const [field, level] of Object.entries(p.audiences))
        await tx.insert(audiences).values({ personId: id, field, level })
    }
    for (const [n, s] of w.schools.entries())
      await tx
        .insert(schools)
        .values({ id: at('s', n), no: no++, name: `School ${n}`, kind: s.kind, createdAt: 0 })
    for (let n = 0; n < w.groupCount; n += 1)
      await tx.insert(groups).values({
        id: at('g', n),
        no: no++,
        slug: at('g', n),
        name: `Group ${n}`,
        academicYear: 2025,
        startedOn: DAYS[0] as string,
        finishedOn: DAYS[11] as string,
        createdAt: 0,
      })
    for (const [n, s] of w.stints.entries())
      await tx.insert(stints).values({
        id: at('st', n),
        no: no++,
        personId: at('p', s.person),
        schoolId: at('s', s.school),
        kind: 'employed',
        source: 'self',
        confidence: s.told ? 'told' : 'confirmed',
        audience: s.audience,
        createdAt: 0,
        ...days(s),
        ...voided(s.voided),
      })
    for (const [n, m] of w.memberships.entries())
      await tx.insert(groupMemberships).values({
        id: at('m', n),
        no: no++,
        groupId: at('g', m.group),
        personId: at('p', m.person),
        joinedAt: 0,
        ...days(m),
        ...voided(m.voided),
      })
    for (const [n, l] of w.groupLeads.entries())
      await tx.insert(groupLeads).values({
        id: at('gl', n),
        personId: at('p', l.person),
        groupId: at('g', l.group),
        grantedBy: 'test',
        ...days(l),
      })
    for (const [n, l] of w.schoolLeads.entries())
      await tx.insert(schoolLeads).values({
        id: at('sl', n),
        personId: at('p', l.person),
        schoolId: at('s', l.school),
        grantedBy: 'test',
        ...days(l),
      })
    for (const [n, c] of w.connections.entries())
      await tx.insert(connections).values({
        id: at('c', n),
        no: no++,
        personLo: at('p', c.a),
        personHi: at('p', c.b),
        createdAt: 0,
        voidedAt: c.voided ? 1 : null,
        ...days(c),
      })
    for (const [n, m] of w.mentorships.entries())
      await tx.insert(mentorships).values({
        id: at('me', n),
        no: no++,
        mentorId: at('p', m.mentor),
        menteeId: at('p', m.mentee),
        kind: 'informal',
        createdAt: 0,
        ...days(m),
        ...voided(m.voided),
      })
    for (const [n, b] of w.blocks.entries())
      await tx.insert(blocks).values({
        id: at('b', n),
        blockerId: at('p', b.by),
        blockedId: at('p', b.of),
        createdAt: 0,
        liftedAt: b.lifted ? 1 : null,
      })
  })
}
