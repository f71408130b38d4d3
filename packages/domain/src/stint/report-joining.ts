import { accountEmails, accounts, and, eq, isNotNull, isNull, ne, sql, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { take } from '@wirearchy/domain/account'
import { post } from '@wirearchy/domain/job'
import { blockedWith } from '@wirearchy/domain/visibility'
import { adopt, liveStints } from './adopt.ts'
import { joinMove, type MoveAbout, moveSpokenOf, openMove } from './attach.ts'
import { checkNear } from './days.ts'
import { joiningUnknownLetter } from './emails.ts'
import type { ReportJoining } from './input.ts'
import { mustLead } from './lead.ts'
import { nameOf } from './place.ts'
import { reconcile } from './reconcile.ts'
import { claimsOf, say, withdraw } from './say.ts'
import { takeTurn } from './take-turn.ts'
import { tellReported } from './tell-reported.ts'
import { stands } from './word.ts'

/** A school of any size has fewer people joining in a day. */
const A_DAY = { most: 60, refillMs: 86_400_000 }

/**
 * A school's lead says that somebody joins, by their exact address. It is the school's word: it counts once the person
 * says so, or after fourteen days without objection. The answer is the same whether or not anybody has that address.
 * @throws Problem not_found unless the viewer leads the school
 */
export async function reportJoining(ctx: MemberCtx, input: ReportJoining): Promise<{ sent: true }> {
  checkNear(ctx.today, input.startsOn, 'startsOn')
  return ctx.store.tx(async (tx) => {
    await mustLead(tx, ctx, input.schoolId)
    if (!(await take(tx, ctx, `joining:${input.schoolId}`, A_DAY)))
      throw new Problem('too_many', 'That is a lot of people in one day. Report the next ones tomorrow.')
    const email = input.email.trim().normalize('NFC').toLowerCase()
    const personId = await ownerOf(tx, ctx, email)
    if (personId) await speak(tx, ctx, input, personId)
    else await post(tx, ctx, { to: email, ...joiningUnknownLetter(ctx, await nameOf(tx, input.schoolId)) })
    return { sent: true as const }
  })
}

/** Whose address this is; nobody's, to somebody they blocked or who blocked them. */
async function ownerOf(tx: Tx, ctx: MemberCtx, email: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: accounts.personId })
    .from(accountEmails)
    .innerJoin(accounts, and(eq(accounts.id, accountEmails.accountId), isNull(accounts.closedAt)))
    .where(
      and(
        ...[
          eq(accountEmails.email, email),
          isNotNull(accountEmails.verifiedAt),
          isNull(accountEmails.retiredOn),
        ],
        ne(accounts.personId, ctx.viewer),
        sql`${accounts.personId} not in (${blockedWith(ctx.viewer)})`,
        sql`not exists (select 1 from stints held where held.id = ${accountEmails.stintId}
          and (held.voided_at is not null or held.finished_on < ${ctx.today}))`,
      ),
    )
  return found?.id ?? null
}

async function speak(tx: Tx, ctx: MemberCtx, input: ReportJoining, personId: string) {
  await takeTurn(tx, personId)
  await adopt(tx, ctx, personId)
  const { schoolId, kind, startsOn: day, role, pattern } = input
  const before = (await claimsOf(tx, personId)).filter(
    (claim) =>
      stands(claim) &&
      claim.schoolId === schoolId &&
      claim.kind === kind &&
      claim.byAs === 'new_school' &&
      claim.says === 'began',
  )
  if (before.some((claim) => claim.day === day)) return
  for (const claim of before.filter(({ acceptedAt }) => acceptedAt === null)) await withdraw(tx, ctx, claim)
  const move = await theMove(tx, ctx, input, personId)
  const shared = { personId, schoolId, kind, role, pattern, moveId: move.id, says: 'began' as const, day }
  const claimId = await say(tx, ctx, { ...shared, byAs: 'new_school' })
  await reconcile(tx, ctx, personId, 'said_otherwise')
  await tellReported(tx, ctx, { personId, schoolId, moveId: move.id, claimId, says: 'began', day })
}

async function theMove(tx: Tx, ctx: MemberCtx, { schoolId, startsOn }: ReportJoining, personId: string) {
  const open = (await liveStints(tx, personId)).filter(
    (stint) => stint.finishedOn === null && stint.schoolId !== schoolId,
  )
  const [only] = open.filter(
    ({ pattern, kind }) => kind === 'employed' && pattern !== 'part_time' && pattern !== 'supply',
  )
  const about: MoveAbout = {
    ...{ personId, toSchoolId: schoolId, leaveOn: null, startOn: startsOn },
    fromStintId: open.length === 1 ? (only?.id ?? null) : null,
    ...{ destination: 'school', reportedAs: 'new_school' },
  }
  const spoken = await moveSpokenOf(tx, about)
  return spoken
    ? joinMove(tx, spoken, { toSchoolId: schoolId, destination: 'school' })
    : openMove(tx, ctx, about)
}
