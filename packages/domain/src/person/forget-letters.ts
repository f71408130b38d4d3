import {
  and,
  eq,
  inArray,
  invitations,
  isNull,
  jobs,
  limits,
  mails,
  or,
  signInCodes,
  sql,
  type Tx,
} from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'

const BLANK = { subject: '', text: '', line: null, calendar: null }

/** Letters that tell of a person go no further and say nothing any more, nor do the words of their invitations. */
export async function forgetLetters(tx: Tx, { now }: Ctx, personId: string) {
  const about = tx
    .select({ id: sql<string>`${jobs.payload} ->> 'mailId'` })
    .from(jobs)
    .where(and(eq(jobs.kind, 'mail'), sql`${jobs.payload} ->> 'aboutPersonId' = ${personId}`))
  const theirs = or(eq(mails.personId, personId), eq(mails.aboutPersonId, personId), inArray(mails.id, about))
  await tx
    .update(mails)
    .set({ droppedAt: now })
    .where(and(theirs, isNull(mails.sentAt), isNull(mails.droppedAt)))
  await tx.update(mails).set(BLANK).where(theirs)
  await tx.update(invitations).set({ sentence: null }).where(eq(invitations.invitedById, personId))
}

/** An address that signed a person in is nowhere any more: not in letters to it, in codes, invitations or limits. */
export async function forgetAddress(tx: Tx, { now }: Ctx, email: string, instead: string) {
  await tx
    .update(mails)
    .set({ to: '', ...BLANK })
    .where(eq(mails.to, email))
  await tx.delete(signInCodes).where(eq(signInCodes.email, email))
  await tx
    .update(invitations)
    .set({ email: instead, sentence: null, revokedAt: now })
    .where(eq(invitations.email, email))
  await tx.delete(limits).where(
    inArray(
      limits.key,
      LIMITS.map((limit) => `${limit}:${email}`),
    ),
  )
}

/** What is counted by address, as `account` names it. */
const LIMITS = ['code:to', 'invite:to', 'password']
