import { and, asc, eq, isNull, mails, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { isQuiet, nextLoud } from '@wirearchy/domain/calendar'
import type { ClaimedJob } from '@wirearchy/domain/job'
import { addressNow, type Carrier } from './carrier.ts'
import { discreet, isDiscreet } from './discreet.ts'
import { digestLetter } from './emails.ts'
import { putOff } from './later.ts'
import { asItMayGo, type Mail } from './may-still-go.ts'
import { NO_WORDS } from './no-words.ts'
import { unsubscribeUrl } from './unsubscribe-token.ts'
import { paceOf, type Wishes, wishesOf } from './wishes.ts'

/**
 * Sends a bundle: its letters' lines, each checked at this very moment. Of one whose reader turned it off or may no
 * longer see whom it tells of, not a word goes along; a bundle with nothing left is not sent. Calendar files go with it.
 */
export async function sendDigest(ctx: Ctx, digest: Mail, job: ClaimedJob, carry: Carrier) {
  const personId = digest.personId ?? ''
  const wishes = await wishesOf(ctx.store.read, personId)
  if (isQuiet(wishes.hours, ctx.now, wishes.nation))
    return putOff(ctx, digest, job, nextLoud(wishes.hours, ctx.now, wishes.nation))
  const letters = await lettersIn(ctx, digest)
  const to = await addressNow(ctx, digest)
  const going = to === null ? [] : await stillGoing(ctx, wishes, letters)
  const pace = going.some(({ kind }) => paceOf(wishes, kind) !== 'weekly') ? 'daily' : 'weekly'
  const unsubscribe = unsubscribeUrl(ctx, personId, pace)
  const told = await asToldTo(ctx, going, to ?? '')
  const words = digestLetter(ctx, told, { pace, unsubscribe })
  const calendars = told.flatMap(({ calendar }) => calendar ?? [])
  if (going.length > 0 && to !== null && !ctx.demo)
    await carry({ id: digest.id, to, ...words, unsubscribe, calendars })
  await ctx.store.tx((tx) => close(tx, ctx, digest, { letters, going, words }))
}

/** Of several letters that may not say what they are about, one is enough to say that there is something. */
async function asToldTo(ctx: Ctx, letters: Mail[], to: string) {
  const told = await Promise.all(letters.map((letter) => discreet(ctx, letter, to)))
  const [first] = told.filter(isDiscreet)
  return told.filter((letter) => letter === first || !isDiscreet(letter))
}

const lettersIn = ({ store }: Ctx, { id }: Mail) =>
  store.read
    .select()
    .from(mails)
    .where(and(eq(mails.bundledIn, id), isNull(mails.sentAt), isNull(mails.droppedAt)))
    .orderBy(asc(mails.createdAt), asc(mails.id))

async function stillGoing(ctx: Ctx, wishes: Wishes, letters: Mail[]) {
  const going: Mail[] = []
  for (const letter of letters) {
    const mail = paceOf(wishes, letter.kind) === 'off' ? null : await asItMayGo(ctx, letter)
    if (mail) going.push(mail)
  }
  return going
}

interface Sent {
  letters: Mail[]
  going: Mail[]
  words: { subject: string; text: string }
}

async function close(tx: Tx, ctx: Ctx, digest: Mail, { letters, going, words }: Sent) {
  const cleared = ctx.demo ? {} : NO_WORDS
  const shown = ctx.demo ? words : {}
  const gone = { sentAt: ctx.now }
  const dropped = { droppedAt: ctx.now }
  const open = (id: string) => and(eq(mails.id, id), isNull(mails.sentAt))
  await tx
    .update(mails)
    .set(going.length > 0 ? { ...gone, ...shown } : dropped)
    .where(open(digest.id))
  for (const letter of letters)
    await tx
      .update(mails)
      .set({ ...cleared, ...(going.some(({ id }) => id === letter.id) ? gone : dropped) })
      .where(open(letter.id))
}
