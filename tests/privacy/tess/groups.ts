import { eq, groups, seats } from '@wirearchy/db'
import { type Day, newId } from '@wirearchy/domain'
import { createGroup, makeLink, openMembership } from '@wirearchy/domain/group'
import { CreateGroup, MakeLink } from '@wirearchy/domain/group/input'
import { checkImport, confirmImport } from '@wirearchy/domain/seat'
import type { TessWorld } from './world.ts'

const COURSE = { startedOn: '2024-09-02', finishedOn: '2025-06-27' }
const EARLY = { startedOn: '2024-09-02', finishedOn: '2025-05-30' }

/** Tess's training group with its lead, a second one of hers that nobody here is in, and one of `peer` and `twoSteps`. */
export async function fillGroups(w: TessWorld) {
  const { people, tokens } = w
  const made = await groupOf(w, people.groupLead, tokens.group[0] as string)
  await joins(w, made.id, people.self, EARLY)
  for (const one of ['peer', 'blockedByHer'] as const) await joins(w, made.id, people[one], COURSE)
  await joins(w, made.id, people.classmate, { startedOn: '2025-06-02', finishedOn: '2025-06-27' })
  const link = await makeLink(w.as(people.groupLead), MakeLink.parse({ slug: made.slug, days: 300 }))
  w.group = { ...made, code: link.code, linkId: link.id, ...(await keepSeats(w, made)) }
  const secret = await groupOf(w, w.confidant, tokens.otherGroup[0] as string)
  await joins(w, secret.id, people.self, COURSE)
  const theirs = await groupOf(w, w.newcomer, 'Leeds PGCE Physics')
  await joins(w, theirs.id, people.peer, COURSE)
  await joins(w, theirs.id, people.twoSteps, COURSE)
}

const groupOf = (w: TessWorld, lead: string, name: string) =>
  createGroup(w.as(lead), CreateGroup.parse({ provider: 'University of Leeds', name, ...COURSE }))

export const joins = (
  w: TessWorld,
  groupId: string,
  personId: string,
  days: { startedOn: Day; finishedOn: Day },
) =>
  w.store.tx(async (tx) => {
    const [group] = await tx.select().from(groups).where(eq(groups.id, groupId))
    if (!group) throw new Error('There is no such group.')
    return openMembership(tx, w.house.ctx(), { group, personId, ...days })
  })

/** The lead's own list: a place that Tess took, and one for somebody who is not here yet. */
async function keepSeats(w: TessWorld, { id: groupId, slug }: { id: string; slug: string }) {
  const text = 'name,email\nNobody Yet,nobody.yet@home.example\nBad Row,not-an-address\n'
  const as = w.as(w.people.groupLead)
  const { importId } = await checkImport(as, { slug, text })
  await confirmImport(as, { slug, importId })
  const [kept] = await w.store.read.select().from(seats).where(eq(seats.groupId, groupId))
  const taken = { id: newId(2), groupId, fullName: w.tokens.seatName[0] as string, ...EARLY, createdAt: 2 }
  await w.store.tx((tx) => tx.insert(seats).values({ ...taken, claimedById: w.people.self, claimedAt: 3 }))
  return { seatId: kept?.id ?? '', importId }
}
