import {
  accountEmails,
  accounts,
  and,
  connectionRequests,
  eq,
  erasures,
  inArray,
  ledger,
  notifications,
  people,
  personIdentifiers,
  personNames,
  personWords,
  profiles,
  seats,
  sessions,
  type Tx,
} from '@wirearchy/db'
import { type Ctx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { forgetJoined, joinedTo } from './erase-joined.ts'
import { forgetAddress, forgetLetters } from './forget-letters.ts'
import { forgetMentoring } from './forget-mentoring.ts'
import { leaveMentoring } from './leave-mentoring.ts'

/** What an erased person is called from then on. */
export const FORMER_MEMBER = 'A former member'

/**
 * Erases a person for good: names, numbers, addresses, words about themselves and letters to them go; what the ledger
 * held of them is redacted, on record. Their dated spans stay under a nameless id, so that nobody else's history,
 * ties or counts change. Records that were joined to theirs go with them. There is no way back.
 * @throws Problem not_found when there is no such active person
 */
export const erase = (ctx: Ctx, { personId, reason }: { personId: string; reason: string }) =>
  ctx.store.tx(async (tx) => {
    const [person] = await tx
      .update(people)
      .set({ displayName: FORMER_MEMBER, status: 'anonymised', anonymisedAt: ctx.now })
      .where(and(eq(people.id, personId), eq(people.status, 'active')))
      .returning({ id: people.id })
    if (!person) throw Problem.notFound()
    await forgetNames(tx, personId)
    await forgetWaysIn(tx, ctx, personId)
    await forgetWords(tx, personId)
    await forgetLetters(tx, ctx, personId)
    const joined = await joinedTo(tx, personId)
    await forgetMentoring(tx, ctx, [personId, ...joined])
    await leaveMentoring(tx, ctx, [personId, ...joined])
    await forgetJoined(tx, ctx, { personId, joined, name: FORMER_MEMBER, reason })
    await redactLedger(tx, ctx, [personId, ...joined], reason)
    await record(tx, ctx, { type: 'person.erased', personId, refs: { person: personId } })
    return { personId }
  })

async function forgetNames(tx: Tx, personId: string) {
  await tx
    .update(personNames)
    .set({ fullName: FORMER_MEMBER, hidden: true })
    .where(eq(personNames.personId, personId))
  await tx
    .update(personIdentifiers)
    .set({ state: 'superseded', value: '0000000', verifiedAt: null })
    .where(eq(personIdentifiers.personId, personId))
  await tx.delete(personWords).where(eq(personWords.personId, personId))
  await tx
    .update(seats)
    .set({ fullName: FORMER_MEMBER, email: null, identifier: null })
    .where(eq(seats.claimedById, personId))
}

async function forgetWaysIn(tx: Tx, ctx: Ctx, personId: string) {
  const [account] = await tx
    .update(accounts)
    .set({ closedAt: ctx.now, passwordHash: null })
    .where(eq(accounts.personId, personId))
    .returning({ id: accounts.id })
  if (!account) return
  await tx.delete(sessions).where(eq(sessions.accountId, account.id))
  const addresses = await tx.select().from(accountEmails).where(eq(accountEmails.accountId, account.id))
  for (const { id, email, retiredOn } of addresses) {
    const instead = `erased-${id}@invalid`
    await forgetAddress(tx, ctx, email, instead)
    const gone = { email: instead, retiredOn: retiredOn ?? ctx.today }
    await tx.update(accountEmails).set(gone).where(eq(accountEmails.id, id))
  }
}

async function forgetWords(tx: Tx, personId: string) {
  const blank = { pronouns: null, stage: null, phase: null, region: null, nation: null, trainedWith: null }
  await tx
    .update(profiles)
    .set({ ...blank, subjects: [], languages: [], askMeAbout: null, helpWith: null })
    .where(eq(profiles.personId, personId))
  await tx.update(connectionRequests).set({ sentence: '' }).where(eq(connectionRequests.fromId, personId))
  await tx.delete(notifications).where(eq(notifications.personId, personId))
  await tx.delete(notifications).where(eq(notifications.aboutPersonId, personId))
}

async function redactLedger(tx: Tx, ctx: Ctx, personIds: string[], reason: string) {
  const entries = await tx.select({ id: ledger.id }).from(ledger).where(inArray(ledger.personId, personIds))
  for (const { id } of entries)
    await tx.insert(erasures).values({
      id: newId(ctx.now),
      tableName: 'ledger',
      rowId: id,
      byId: ctx.viewer,
      reason,
      createdAt: ctx.now,
    })
  const ids = entries.map(({ id }) => id)
  await tx.update(ledger).set({ before: null, after: null }).where(inArray(ledger.id, ids))
}
