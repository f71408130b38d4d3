import { and, eq, isNull, mails } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { isQuiet, nextLoud } from '@wirearchy/domain/calendar'
import type { ClaimedJob } from '@wirearchy/domain/job'
import { isCalledOffBefore } from './called-off.ts'
import { addressNow, type Carrier } from './carrier.ts'
import { digestAfter } from './digest-time.ts'
import { discreet, isDiscreet } from './discreet.ts'
import { withFooter } from './emails.ts'
import { postOf } from './kinds.ts'
import { hold, putOff } from './later.ts'
import { asItMayGo, type Mail } from './may-still-go.ts'
import { NO_WORDS } from './no-words.ts'
import { sendDigest } from './send-digest.ts'
import { unsubscribeUrl } from './unsubscribe-token.ts'
import { type Wishes, wishesOf } from './wishes.ts'

/**
 * The moment of sending, at which alone it is decided what becomes of a letter: its reader's choice, their quiet hours
 * and their sight are read now, whatever they were when it was written. It goes, waits for the next loud moment, is
 * held for a bundle, or is dropped.
 */
export async function sendMail(ctx: Ctx, job: ClaimedJob, carry: Carrier) {
  const written = await openMail(ctx, job)
  if (!written) return
  if (written.kind === 'digest') return sendDigest(ctx, written, job, carry)
  const mail = await asItMayGo(ctx, written)
  if (!mail) return drop(ctx, written)
  const { personId } = mail
  const post = postOf(mail.kind)
  if (personId === null || post === 'essential') return send(ctx, mail, mail.to, carry)
  const to = await addressNow(ctx, mail)
  if (to === null) return drop(ctx, mail)
  const wishes = await wishesOf(ctx.store.read, personId)
  const pace = wishes.paces[post]
  if (pace === 'off') return drop(ctx, mail)
  const at = timeFor(ctx, wishes, pace)
  if (at <= ctx.now || isCalledOffBefore(ctx, mail, at)) return send(ctx, mail, to, carry)
  return pace === 'now' ? putOff(ctx, written, job, at) : hold(ctx, { ...written, personId }, at)
}

/** When a letter of a pace may go: now, when quiet hours end, or with the next bundle. */
function timeFor({ now }: Ctx, wishes: Wishes, pace: 'now' | 'daily' | 'weekly') {
  if (pace !== 'now') return digestAfter(wishes, pace, now)
  return isQuiet(wishes.hours, now, wishes.nation) ? nextLoud(wishes.hours, now, wishes.nation) : now
}

/** The letter of a job, unless it has gone, was dropped or waits for a bundle. */
async function openMail({ store }: Ctx, { payload }: ClaimedJob): Promise<Mail | null> {
  const waits = and(isNull(mails.sentAt), isNull(mails.droppedAt), isNull(mails.heldAt))
  const [mail] = await store.read
    .select()
    .from(mails)
    .where(and(eq(mails.id, String(payload.mailId)), waits))
  if (!mail) return null
  const about = typeof payload.aboutPersonId === 'string' ? payload.aboutPersonId : null
  return { ...mail, aboutPersonId: mail.aboutPersonId ?? about }
}

async function send(ctx: Ctx, told: Mail, to: string, carry: Carrier) {
  const mail = await discreet(ctx, told, to)
  const { id, subject, calendar, personId } = mail
  const post = postOf(mail.kind)
  const isStoppable = personId !== null && post !== 'essential' && !isDiscreet(mail)
  const unsubscribe = isStoppable ? unsubscribeUrl(ctx, personId, post) : undefined
  const text = isStoppable ? withFooter(ctx, mail.text, personId, post) : mail.text
  const calendars = calendar ? [calendar] : []
  if (!ctx.demo) await carry({ id, to, subject, text, calendars, ...(unsubscribe ? { unsubscribe } : {}) })
  await close(ctx, mail, { sentAt: ctx.now, ...(ctx.demo ? { subject, text } : {}) })
}

const drop = (ctx: Ctx, mail: Mail) => close(ctx, mail, { droppedAt: ctx.now })

/** Its words are cleared once it has gone, except in the demo, where the outbox shows them. */
const close = ({ store, demo }: Ctx, { id }: Mail, state: Partial<Mail>) =>
  store.tx(async (tx) => {
    await tx
      .update(mails)
      .set({ ...(demo ? {} : NO_WORDS), ...state })
      .where(and(eq(mails.id, id), isNull(mails.sentAt)))
  })
