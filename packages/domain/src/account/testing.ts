import { accounts, desc, eq, mails } from '@wirearchy/db'
import { type Ctx, type Day, Problem } from '@wirearchy/domain'
import { testHouse } from '@wirearchy/domain/testing'
import { createAccount, finishCode, giveAccount, readSession, type SessionCtx, startSignIn } from './index.ts'

/** A house with a door: people with addresses, the letters that were written, and browsers that are signed in. */
export function houseWithDoor(startsOn?: Day) {
  const house = testHouse(startsOn)
  const door = (more: Partial<Ctx> & { ip?: string } = {}) => ({
    ...house.ctx(),
    ...{ ip: '192.0.2.7', device: null, sessionId: null, accountId: null },
    ...more,
  })
  const lastMail = async () => {
    const [mail] = await house.store.read.select().from(mails).orderBy(desc(mails.id)).limit(1)
    if (!mail) throw new Error('No mail was written.')
    return {
      ...mail,
      code:
        /\b(\d{3}) (\d{3})\b/
          .exec(mail.subject + mail.text)
          ?.slice(1)
          .join('') ?? '',
    }
  }
  return {
    ...house,
    door,
    lastMail,
    /** A person with one address. */
    async member(name: string, email: string) {
      const personId = await house.person(name)
      await house.store.tx((tx) => giveAccount(tx, house.ctx(), { personId, email }))
      return personId
    },
    newcomer: (name: string, email: string) =>
      house.store.tx((tx) => createAccount(tx, house.ctx(), { name, email })),
    /** Signs in with a code, on a day, and gives the browser's context. */
    async signIn(
      email: string,
      { now, shared }: { now?: number; shared?: boolean } = {},
    ): Promise<SessionCtx> {
      const at = now === undefined ? {} : { now }
      await startSignIn(door(at), { email })
      const { code } = await lastMail()
      const { sessionToken } = await finishCode(door(at), { email, code, shared })
      const signed = await readSession(door(at), sessionToken)
      if (!signed) throw new Problem('signed_out', 'The new session is not there.')
      const { sessionId, accountId, personId } = signed
      return { ...door(at), viewer: personId, actor: 'person', sessionId, accountId }
    },
    async accountOf(personId: string) {
      const [account] = await house.store.read.select().from(accounts).where(eq(accounts.personId, personId))
      if (!account) throw new Error('Nobody has that account.')
      return account
    },
  }
}
