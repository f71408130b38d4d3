import type { Carrier, OutgoingMail } from '@wirearchy/domain/notice'
import { createTransport } from 'nodemailer'
import type { Env } from './env.ts'

/** Every wait is shorter than a job's lease: a mail server that hangs holds up nobody for long. */
const WAITS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
  dnsTimeout: 10_000,
}

/**
 * Hands letters to a mail server over SMTP, as text, from one sender; a meeting brings its calendar file. The message's id is the letter's own, so that a
 * copy sent again after a crash is known for what it is.
 */
export function makeCarrier(
  { smtpUrl, mailFrom, origin }: Pick<Env, 'smtpUrl' | 'mailFrom' | 'origin'>,
  waits = WAITS,
): Carrier {
  if (!smtpUrl) throw new Error('SMTP_URL is missing. Set it to your mail server.')
  const transport = createTransport({
    url: smtpUrl,
    ...waits,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = new URL(origin).hostname
  return async ({ id, to, subject, text, ...more }) => {
    await transport.sendMail({
      from: mailFrom,
      to: { name: '', address: to },
      subject,
      text,
      messageId: `<${id}@${host}>`,
      headers: {
        'auto-submitted': 'auto-generated',
        'x-auto-response-suppress': 'All',
        ...oneClick(more),
      },
      ...calendarPart(more),
    })
  }
}

/** So that a mail program can stop this kind of letter by one press of its own (RFC 8058). */
const oneClick = ({ unsubscribe }: Pick<OutgoingMail, 'unsubscribe'>) =>
  unsubscribe
    ? { 'list-unsubscribe': `<${unsubscribe}>`, 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' }
    : {}

const methodOf = (calendar: string) => /^METHOD:(\w+)/m.exec(calendar)?.[1] ?? 'PUBLISH'

/**
 * A calendar file as a part that calendars act on, by the method that it names itself. A message has one such part:
 * where there are several files, each is attached instead.
 */
function calendarPart({ calendars = [] }: Pick<OutgoingMail, 'calendars'>) {
  const [only] = calendars
  if (only === undefined) return {}
  if (calendars.length === 1)
    return { icalEvent: { method: methodOf(only), filename: 'meeting.ics', content: only } }
  const attachments = calendars.map((content, n) => ({
    ...{ filename: `meeting-${n + 1}.ics`, content },
    contentType: `text/calendar; charset=utf-8; method=${methodOf(content)}`,
  }))
  return { attachments }
}
