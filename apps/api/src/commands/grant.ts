import { parseArgs } from 'node:util'
import { accountEmails, accounts, and, eq, isNotNull, isNull, noteErased, people } from '@wirearchy/db'
import { type Ctx, isDay, Problem } from '@wirearchy/domain'
import { erase } from '@wirearchy/domain/person'
import { grantReviewer, revokeReviewer } from '@wirearchy/domain/review'
import { schoolByRef } from '@wirearchy/domain/school'
import { grantSchoolLead } from '@wirearchy/domain/stint'
import { backupFolder } from '../backups.ts'
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
        const place = await schoolByRef(ctx, school).catch((error) => {
          throw error instanceof Problem
            ? new Error(`There is no school with the URN or id ${school}.`)
            : error
        })
        await grantSchoolLead(ctx, { personId: person.id, schoolId: place.id })
        console.log(`${person.name} may act for ${place.name} while they work there.`)
        return 0
      }),
  },
  {
    usage: 'grant reviewer EMAIL [--until DAY]',
    does: 'Lets a person look after the list of schools, until a last day if one is given.',
    run: (args) =>
      withHouse(async (ctx) => {
        const options = { until: { type: 'string' } } as const
        const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
        const [email] = positionals
        const { until } = values
        if (!email || (until && !isDay(until)))
          throw new Error('Name a person: wirearchy grant reviewer ruth@example.com --until 2027-07-31.')
        const person = await personAt(ctx, email)
        await grantReviewer(ctx, { personId: person.id, until: until ?? null })
        const upTo = until ? `, up to and including ${until}` : ''
        console.log(`${person.name} looks after the list of schools${upTo}: ${ctx.origin}/schools/review`)
        return 0
      }),
  },
  {
    usage: 'revoke reviewer EMAIL',
    does: 'Takes that back. One granted today ends with the day.',
    run: ([email]) =>
      withHouse(async (ctx) => {
        if (!email) throw new Error('Name a person: wirearchy revoke reviewer ruth@example.com.')
        const person = await personAt(ctx, email)
        const last = await revokeReviewer(ctx, { personId: person.id })
        const ends = last === ctx.today ? 'from tomorrow' : 'any more'
        console.log(
          `${person.name} ${last ? `does not look after the list of schools ${ends}` : 'did not look after the list of schools'}.`,
        )
        return 0
      }),
  },
  {
    usage: 'erase EMAIL --reason TEXT --yes',
    does: 'Erases a person for good: others keep their ties and dates, with “a former member”. There is no way back.',
    run: (args) =>
      withHouse(async (ctx, env) => {
        const options = { reason: { type: 'string' }, yes: { type: 'boolean' } } as const
        const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
        const [email] = positionals
        if (!email || !values.reason)
          throw new Error('Say whom and why: wirearchy erase asha@example.com --reason "She asked" --yes.')
        const person = await personAt(ctx, email)
        if (!values.yes) throw new Error(`This erases ${person.name} for good. Add --yes when you are sure.`)
        const erased = { personId: person.id, reason: values.reason }
        await erase(ctx, erased)
        noteErased(backupFolder(env), erased)
        console.log('Erased. Others see “A former member”.')
        return 0
      }),
  },
]
