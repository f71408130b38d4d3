import {
  agreements,
  eq,
  programmePairs,
  programmePeople,
  programmeRuns,
  programmes,
  programmeWishes,
} from '@wirearchy/db'
import { row, said } from './said.ts'
import type { TessWorld } from './world.ts'

const RULES = { rules: {}, weights: {} }

/**
 * Two programmes of her training group, run by its lead: one in which she wishes for somebody, and one of last term
 * that put her together with her mentor.
 */
export async function fillProgramme(w: TessWorld) {
  const { people, hers, tokens, confidant } = w
  const [open, done, run, pair, place, wish] = [row(w), row(w), row(w), row(w), row(w), row(w)]
  const of = { groupId: w.group.id, unit: 'year' as const, ...RULES, createdById: people.groupLead }
  const me = { personId: people.self, side: 'mentee' as const, joinedAt: 2 }
  await w.store.tx(async (tx) => {
    await tx.insert(programmes).values([
      { ...open, ...of, name: 'Mentors for this year', state: 'wishes', wishesUntil: '2026-12-31' },
      {
        ...done,
        ...of,
        name: 'Mentors of last term',
        state: 'published',
        publishedRunId: run.id,
        publishedAt: 3,
      },
    ])
    const where = { subject: 'physics', department: said(w, 'department'), town: said(w, 'town') }
    await tx.insert(programmePeople).values([
      { ...place, ...me, ...where, programmeId: open.id },
      { ...row(w), ...me, programmeId: done.id },
      { ...row(w), programmeId: open.id, personId: people.peer, side: 'mentor', joinedAt: 2 },
      { ...row(w), programmeId: done.id, personId: people.mentor, side: 'mentor', joinedAt: 2 },
    ])
    const { id } = wish
    await tx
      .insert(programmeWishes)
      .values({ id, programmeId: open.id, personId: people.self, otherId: confidant, rank: 1 })
    const made = { ...run, programmeId: done.id, no: 1, ...RULES, figures: { matched: 1 } }
    await tx.insert(programmeRuns).values({ ...made, createdById: people.groupLead })
    const both = { menteeId: people.self, mentorId: people.mentor, mentorshipId: hers.informalMentorshipId }
    await tx.insert(programmePairs).values({ id: pair.id, runId: run.id, ...both, choice: null, reasons: [] })
  })
  await w.store.tx((tx) =>
    tx
      .update(agreements)
      .set({ programmeId: done.id })
      .where(eq(agreements.mentorshipId, hers.informalMentorshipId)),
  )
  Object.assign(hers, { programmeId: open.id, publishedId: done.id, runId: run.id })
  Object.assign(hers, { programmePairId: pair.id, placeId: place.id, wishId: wish.id })
  tokens.wish = [wish.id, confidant]
}
