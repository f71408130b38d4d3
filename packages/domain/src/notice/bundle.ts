import { and, asc, eq, inArray, isNotNull, isNull, mails, type Tx } from '@wirearchy/db'
import { type Ctx, newId } from '@wirearchy/domain'
import { isQuiet } from '@wirearchy/domain/calendar'
import { type ClaimedJob, enqueue } from '@wirearchy/domain/job'
import { addressNow } from './carrier.ts'
import { digestAfter } from './digest-time.ts'
import { planDigest } from './later.ts'
import type { Mail } from './may-still-go.ts'
import { paceOf, type Wishes, wishesOf } from './wishes.ts'

/**
 * Puts somebody's held letters whose time has come into one bundle: rows that say which letter goes with which, so that
 * each goes with one and no other, whoever dies in between. What the bundle says is settled when it is sent.
 */
export async function bundle(ctx: Ctx, { payload }: Pick<ClaimedJob, 'payload'>) {
  const personId = String(payload.personId)
  const to = await addressNow(ctx, { personId, to: '' })
  await ctx.store.tx(async (tx) => {
    const held = await heldBy(tx, personId)
    if (held.length === 0) return
    const wishes = await wishesOf(tx, personId)
    const isLoud = !isQuiet(wishes.hours, ctx.now, wishes.nation)
    const due = isLoud ? held.filter((letter) => dueAt(wishes, letter) <= ctx.now) : []
    if (due.length > 0) await putTogether(tx, ctx, personId, to ?? '', due)
    for (const letter of held)
      if (!due.includes(letter)) await planDigest(tx, ctx, personId, { at: nextTime(ctx, wishes, letter) })
  })
}

/** Letters that wait for a bundle and are in none, in the order they were written. */
const heldBy = (tx: Tx, personId: string) =>
  tx
    .select()
    .from(mails)
    .where(
      and(
        eq(mails.personId, personId),
        isNotNull(mails.heldAt),
        isNull(mails.bundledIn),
        isNull(mails.sentAt),
        isNull(mails.droppedAt),
      ),
    )
    .orderBy(asc(mails.createdAt), asc(mails.id))

/** When a held letter is to go, by the choice and hours that hold now; one that is off by now is dropped on the way. */
function dueAt(wishes: Wishes, { kind, heldAt }: Mail) {
  const pace = paceOf(wishes, kind)
  return pace === 'daily' || pace === 'weekly' ? digestAfter(wishes, pace, heldAt ?? 0) : 0
}

function nextTime(ctx: Ctx, wishes: Wishes, { kind }: Mail) {
  return digestAfter(wishes, paceOf(wishes, kind) === 'weekly' ? 'weekly' : 'daily', ctx.now)
}

async function putTogether(tx: Tx, ctx: Ctx, personId: string, to: string, letters: Mail[]) {
  const id = newId(ctx.now)
  await tx
    .insert(mails)
    .values({ id, to, kind: 'digest', personId, subject: '', text: '', createdAt: ctx.now })
  const ids = letters.map((letter) => letter.id)
  await tx
    .update(mails)
    .set({ bundledIn: id })
    .where(and(inArray(mails.id, ids), isNull(mails.bundledIn)))
  await enqueue(tx, ctx, { kind: 'mail', key: `mail:${id}`, payload: { mailId: id } })
}
