import { desc, mails, sql } from '@wirearchy/db'
import { type Ctx, type Day, Problem } from '@wirearchy/domain'
import { finishCode, giveAccount, readSession, type SessionCtx, startSignIn } from '@wirearchy/domain/account'
import { testHouse } from '@wirearchy/domain/testing'

/** A house whose people have addresses and sign in with the codes that go there. */
export function houseWithDoor(startsOn?: Day) {
  const house = testHouse(startsOn)
  const door = () => ({
    ...(house.ctx() as Ctx),
    ...{ ip: '192.0.2.7', device: null, sessionId: null, accountId: null },
  })
  /** The six digits in the newest letter to an address; empty when it has none. */
  const codeTo = async (to: string) => {
    const [mail] = await house.store.read
      .select()
      .from(mails)
      .where(sql`"to" = ${to}`)
      .orderBy(desc(mails.id))
      .limit(1)
    const digits = /\b(\d{3}) (\d{3})\b/.exec(mail?.subject ?? '')
    return digits?.slice(1).join('') ?? ''
  }
  return {
    ...house,
    codeTo,
    /** A person with one address. */
    async member(name: string, email: string) {
      const personId = await house.person(name)
      await house.store.tx((tx) => giveAccount(tx, house.ctx(), { personId, email }))
      return personId
    },
    /** Signs in with a code, and gives the browser's context. */
    async signIn(email: string): Promise<SessionCtx> {
      await startSignIn(door(), { email })
      const { sessionToken } = await finishCode(door(), { email, code: await codeTo(email) })
      const signed = await readSession(door(), sessionToken)
      if (!signed) throw new Problem('signed_out', 'The new session is not there.')
      const { sessionId, accountId, personId } = signed
      return { ...door(), viewer: personId, actor: 'person', sessionId, accountId }
    },
  }
}
