import { and, eq, ne, or, people, personMerges, personWords, sql, type Tx } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { keepWords } from '@wirearchy/domain/person'
import { PERSON_COLUMNS } from './columns.ts'
import { change, type Journal, repoint, rowsWhere } from './journal.ts'
import { mergeApart } from './parts/apart.ts'
import { mergeAsks } from './parts/asks.ts'
import { mergeAudiences, mergeNames, mergeProfiles, stricter } from './parts/facts.ts'
import { mergeGrants, mergeMemberships, mergePauses } from './parts/groups.ts'
import { mergeLetters } from './parts/letters.ts'
import { mergeMentorships } from './parts/mentorships.ts'
import { mergeNotices } from './parts/notices.ts'
import { mergeOffers } from './parts/offers.ts'
import { mergeBlocks, mergeConnections, mergeRequests } from './parts/pairs.ts'
import { mergePreferences } from './parts/preferences.ts'
import { mergeProgrammes } from './parts/programmes.ts'
import { mergeStays } from './parts/stays.ts'
import { mergeWaysIn } from './parts/ways-in.ts'
import { refsOf } from './refs.ts'

export interface MergeRef {
  loserId: string
  winnerId: string
  /** The asked merge's own row. */
  mergeId: string
}

/**
 * Makes two records of one person one, inside the caller's transaction: the winner keeps their id and page, the loser's
 * id leads to them. Every row that names the loser is re-pointed or settled, and every change is listed before it is
 * made, so that `unmerge` can take it back to the row. Whether it may be done is the caller's to decide.
 * @throws Problem not_found when either is no active person
 */
export async function mergeRecords(tx: Tx, ctx: Ctx, { loserId, winnerId, mergeId }: MergeRef) {
  await mustBeActive(tx, [loserId, winnerId])
  const journal: Journal = { tx, ctx, mergeId, loserId, winnerId, place: 0, touched: new Map() }
  await tx.update(personMerges).set({ state: 'applied' }).where(eq(personMerges.id, mergeId))
  const levels = await mergeAudiences(journal)
  await mergeNames(journal)
  await mergeProfiles(journal)
  await mergeStays(journal, levels)
  await mergeMentorships(journal)
  await mergeMemberships(journal)
  await mergeGrants(journal)
  await mergePauses(journal, stricter)
  await mergeBlocks(journal)
  await mergeConnections(journal)
  await mergeRequests(journal)
  await mergePreferences(journal)
  await mergeSupport(journal)
  await mergeWaysIn(journal)
  await mergeLetters(journal)
  for (const [at, handling] of Object.entries(PERSON_COLUMNS))
    if (handling === 'repointed') await repoint(journal, ...(at.split('.') as [string, string]))
  await close(journal)
  return { changes: journal.place }
}

/** Offers, requests, programmes, whom to keep apart, and how letters may come. */
async function mergeSupport(journal: Journal) {
  await mergeOffers(journal)
  await mergeApart(journal)
  await mergeAsks(journal)
  await mergeProgrammes(journal)
  await mergeNotices(journal)
}

/** Both rows at once, in one order, so that two merges of the same people wait for each other. */
async function mustBeActive(tx: Tx, ids: string[]) {
  for (const id of [...ids].sort()) {
    const [person] = await tx
      .update(people)
      .set({ rev: sql`${people.rev} + 1` })
      .where(and(eq(people.id, id), eq(people.status, 'active')))
      .returning({ id: people.id })
    if (!person) throw Problem.notFound()
  }
}

async function close(journal: Journal) {
  const { tx, ctx, mergeId, loserId, winnerId } = journal
  const [loser] = await rowsWhere(tx, 'people', sql`id = ${loserId}`)
  if (loser) await change(journal, 'people', loser, { status: 'merged', merged_into_id: winnerId })
  await tx.delete(personWords).where(eq(personWords.personId, loserId))
  await keepWords(tx, winnerId)
  await withdrawOthers(tx, ctx, journal)
  await tx.update(personMerges).set({ appliedAt: ctx.now }).where(eq(personMerges.id, mergeId))
  await record(tx, ctx, {
    type: 'person.merged',
    personId: winnerId,
    refs: { merge: mergeId, winner: winnerId, loser: loserId, ...refsOf(journal.touched) },
    after: { changes: journal.place },
  })
}

/** Nobody asks any more whether somebody who is merged is also somebody else. */
const withdrawOthers = (tx: Tx, ctx: Ctx, { loserId, mergeId }: Journal) =>
  tx
    .update(personMerges)
    .set({ state: 'withdrawn', closedAt: ctx.now })
    .where(
      and(
        or(eq(personMerges.loserId, loserId), eq(personMerges.winnerId, loserId)),
        eq(personMerges.state, 'asked'),
        ne(personMerges.id, mergeId),
      ),
    )
