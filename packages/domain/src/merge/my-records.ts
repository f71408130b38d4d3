import { alias, and, desc, eq, isNotNull, isNull, or, people, personMerges, sql } from '@wirearchy/db'
import { type Day, dayOf, type MemberCtx } from '@wirearchy/domain'
import { visibleTo } from '@wirearchy/domain/visibility'

/** Milliseconds for which a person parts joined records without help. */
export const UNDO_MS = 30 * 24 * 60 * 60_000

/** Records that were joined to the viewer's, latest first, and what they are asked about other ones. */
export async function myRecords(ctx: MemberCtx) {
  return { joined: await joinedTo(ctx), questions: await questionsTo(ctx) }
}

async function joinedTo({ store, viewer, now }: MemberCtx) {
  const rows = await store.read
    .select({ mergeId: personMerges.id, name: people.displayName, at: personMerges.appliedAt })
    .from(personMerges)
    .innerJoin(people, eq(people.id, personMerges.loserId))
    .where(
      and(
        eq(personMerges.winnerId, viewer),
        eq(personMerges.state, 'applied'),
        isNotNull(personMerges.appliedAt),
      ),
    )
    .orderBy(desc(personMerges.appliedAt), desc(personMerges.id))
  return rows.map(({ at, ...row }, place) => ({
    ...row,
    joinedOn: dayOf(at ?? now) as Day,
    /** Parting goes from the last one back. */
    canPart: place === 0 && now - (at ?? 0) <= UNDO_MS,
  }))
}

const asker = alias(people, 'asker')
const other = alias(people, 'other')

/** What whoever runs a group asked and the viewer has not answered; people out of their sight are not named. */
async function questionsTo(ctx: MemberCtx) {
  const { viewer, store } = ctx
  const unanswered = or(
    and(eq(personMerges.loserId, viewer), isNull(personMerges.loserAgreedAt)),
    and(eq(personMerges.winnerId, viewer), isNull(personMerges.winnerAgreedAt)),
  )
  return store.read
    .select({ mergeId: personMerges.id, askedBy: asker.displayName, other: other.displayName })
    .from(personMerges)
    .leftJoin(asker, and(eq(asker.id, personMerges.askedById), visibleTo(ctx, asker.id)))
    .leftJoin(
      other,
      and(
        sql`${other.id} in (${personMerges.loserId}, ${personMerges.winnerId}) and ${other.id} <> ${viewer}`,
        visibleTo(ctx, other.id),
      ),
    )
    .where(and(unanswered, eq(personMerges.state, 'asked'), eq(personMerges.askedAs, 'group_lead')))
    .orderBy(desc(personMerges.askedAt))
}
