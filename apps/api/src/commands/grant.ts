import { parseArgs } from 'node:util'
import { accountEmails, accounts, and, eq, isNotNull, isNull, people } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { erase } from '@wirearchy/domain/person'
import { schoolByRef } from '@wirearchy/domain/school'
import { grantSchoolLead } from '@wirearchy/domain/stint'
import { type Command, withHouse } from './command.ts'

/** The person behind an address that signs in today. */
async function personAt(ctx: Ctx, email: string) {
  const [found] = await ctx.store.read
    .select({ id: people.id, name: people.displayName })
    .from(accountEmails)
    .innerJoin(accounts, eq(accounts.id, accountEmails.accountId))
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(
      and(
        eq(accountEmails.email, email.toLowerCase()),
        isNull(accountEmails.retiredOn),
        isNotNull(accountEmails.verifiedAt),
      ),
    )
  if (!found) throw new Error(`Nobody signs in with ${email}. Check the address.`)
  return found
}

export const grantCommands: Command[] = [
  {
    usage: 'grant lead EMAIL SCHOOL',
    does: 'Lets a person act for a school (its URN, or our id) for as long as they work there.',
    run: ([email, school]) =>
      withHouse(async (ctx) => {
        if (!email || !school)
          throw new Error('Name a person and a school: wirearchy grant lead asha@example.com 107123.')
        const person = await personAt(ctx, email)
        const place = await schoolByRef(ctx, school)
        await grantSchoolLead(ctx, { personId: person.id, schoolId: place.id })
        console.log(`${person.name} may act for ${place.name} while they work there.`)
        return 0
      }),
  },
  {
    usage: 'erase EMAIL --reason TEXT --yes',
    does: 'Erases a person for good: others keep their ties and dates, with “a former member”. There is no way back.',
    run: (args) =>
      withHouse(async (ctx) => {
        const options = { reason: { type: 'string' }, yes: { type: 'boolean' } } as const
        const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
        const [email] = positionals
        if (!email || !values.reason)
          throw new Error('Say whom and why: wirearchy erase asha@example.com --reason "She asked" --yes.')
        const person = await personAt(ctx, email)
        if (!values.yes) throw new Error(`This erases ${person.name} for good. Add --yes when you are sure.`)
        await erase(ctx, { personId: person.id, reason: values.reason })
        console.log('Erased. Others see “A former member”.')
        return 0
      }),
  },
]
