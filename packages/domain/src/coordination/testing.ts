import { agreements, eq, groupLeads, meetings, nudges, programmes, sql } from '@wirearchy/db'
import { type Day, newId } from '@wirearchy/domain'
import { startChapter } from '@wirearchy/domain/mentoring'
import type { Unit } from '@wirearchy/domain/mentoring/input'
import { startMentorship } from '@wirearchy/domain/stint'
import { movingHouse } from '@wirearchy/domain/stint/testing'
import { morningOf } from '@wirearchy/domain/testing'

type Meeting = Partial<typeof meetings.$inferInsert>

/** A small house in which Margaret runs a group's programme and Priya looks after Ashfield. */
export async function boardHouse(startsOn: Day = '2025-11-03') {
  const house = movingHouse(startsOn)
  const { store } = house
  const margaret = await house.person('Margaret')
  const ashfield = await house.school('Ashfield')
  const priya = await house.lead('Priya', ashfield)
  const groupId = await house.groupOf('Leeds PGCE Physics', '2024-09-02', '2025-06-27', [])
  await store.tx((tx) =>
    tx
      .insert(groupLeads)
      .values({ id: newId(1), personId: margaret, groupId, startedOn: '2024-09-02', grantedBy: 'operator' }),
  )
  /** Somebody with an address, so that letters to them are written. */
  const teacher = async (name: string) => {
    const id = await house.person(name)
    await house.address(id, `${name.toLowerCase().replaceAll(/\W/g, '.')}@example.com`)
    return id
  }
  return {
    ...house,
    ...{ margaret, priya, ashfield, groupId, teacher },
    programme: (
      createdById: string,
      of: { groupId: string } | { schoolId: string },
      name = 'Physics pairs',
    ) =>
      store.tx(async (tx) => {
        const id = newId(house.ctx().now)
        const row = { id, name, ...of, unit: 'half_term' as const, state: 'published' as const }
        const empty = { rules: {}, weights: {}, createdById, createdAt: house.ctx().now }
        await tx.insert(programmes).values({ ...row, ...empty })
        return id
      }),
    pair: (
      mentorId: string,
      menteeId: string,
      startedOn: Day,
      more: { programmeId?: string; unit?: Unit } = {},
    ) =>
      store.tx((tx) =>
        startChapter(tx, house.ctx(), {
          ...{ mentorId, menteeId, unit: 'half_term', startedOn, arrangedById: mentorId, ...more },
        }),
      ),
    /** Priya gives somebody at Ashfield a mentor there. */
    arranged: async (mentorStintId: string, menteeStintId: string, startsOn: Day) =>
      (await startMentorship(house.as(priya), { mentorStintId, menteeStintId, startsOn })).mentorshipId,
    rhythm: (mentorshipId: string, rhythm: typeof agreements.$inferSelect.rhythm) =>
      store.tx((tx) =>
        tx.update(agreements).set({ rhythm }).where(eq(agreements.mentorshipId, mentorshipId)),
      ),
    meeting: (mentorshipId: string, on: Day, more: Meeting = {}) =>
      store.tx(async (tx) => {
        const startsAt = morningOf(on)
        const when = { startsAt, endsAt: startsAt + 30 * 60_000, createdAt: 1, updatedAt: 1 }
        const row = { id: newId(house.ctx().now), mentorshipId, way: 'online' as const, ...when }
        await tx.insert(meetings).values({ ...row, proposedBy: 'mentor', state: 'happened', ...more })
        return row.id
      }),
    nudges: () => store.read.select().from(nudges).orderBy(nudges.createdAt, nudges.id),
    letters: () =>
      store.read.rows<{ to: string; kind: string; subject: string; text: string }>(
        sql`select "to" as "to", kind, subject, text from mails where kind like 'nudge_%' order by created_at, id`,
      ),
  }
}
export type BoardHouse = Awaited<ReturnType<typeof boardHouse>>
