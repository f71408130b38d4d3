import type { Ctx } from '@wirearchy/domain'
import { addressOf } from '@wirearchy/domain/account'
import { lastingId } from '@wirearchy/domain/visibility'
import type { Mail } from './may-still-go.ts'

/** A letter on its way out. Its id is the same at every try, so that a second copy can be told from the first. */
export interface OutgoingMail {
  id: string
  to: string
  subject: string
  text: string
  /** Calendar files that go with it (iCalendar text): one of a letter about a meeting, perhaps several of a bundle. */
  calendars?: string[]
  /** Where a mail program can stop letters of this kind by itself (RFC 8058). */
  unsubscribe?: string
}

/** Hands a letter to the post; throws when the post would not take it. */
export type Carrier = (mail: OutgoingMail) => Promise<void>

/**
 * Where somebody's letter goes at this moment: an address that was theirs when it was written may be a former
 * school's by now. Null when they have none any more.
 */
export async function addressNow(ctx: Ctx, { personId, to }: Pick<Mail, 'personId' | 'to'>) {
  if (personId === null) return to
  return addressOf(ctx.store.read, ctx, await lastingId(ctx.store.read, personId))
}
