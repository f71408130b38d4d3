import type { Ctx } from '@wirearchy/domain'
import { isWorkAddress } from '@wirearchy/domain/account'
import { postOf } from './kinds.ts'
import type { Mail } from './may-still-go.ts'

/** What nobody's employer may read a word of. */
const OF_MENTORING = ['mentoring', 'meetings', 'reminders']

/**
 * A letter as it may stand in the mailbox it goes to. Of mentoring a work address is told nothing but that there is
 * something to read: whoever keeps that mailbox may read it, and a button in it would act without a sign-in.
 * @param to where it goes; somebody has letters sent to a work address only while they have none of their own
 */
export async function discreet(ctx: Ctx, mail: Mail, to: string): Promise<Mail> {
  if (!OF_MENTORING.includes(postOf(mail.kind)) || !(await isWorkAddress(ctx.store.read, to))) return mail
  const said = { subject: SOMETHING, line: SOMETHING, href: '/notices', text: textOf(ctx) }
  return { ...mail, ...said, calendar: null }
}

/** True of a letter that was made to say nothing of what it is about. */
export const isDiscreet = ({ subject }: Pick<Mail, 'subject'>) => subject === SOMETHING

const SOMETHING = 'There is something new for you on Wirearchy'

const textOf = ({ origin }: Ctx) => `There is something new for you. Read it here:
${origin}/notices

We say no more in this letter, because it goes to a work address, which your school may be able to read.
Add an address of your own, and letters say what they are about:
${origin}/settings/sign-in
`
