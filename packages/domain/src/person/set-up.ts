import { and, eq, ledger, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { record, recordsOf } from '@wirearchy/domain/ledger'
import { saveProfile } from './edit-profile.ts'
import type { SetUp } from './input.ts'
import { renameIn } from './rename.ts'
import { setAudienceIn } from './set-audience.ts'

const DONE = 'person.set_up'

/**
 * The first two minutes, in one form: what is answered is kept, what is skipped stays as it was.
 * Asks once who may see the school and whether people two steps away may find the person there.
 */
export async function setUp(ctx: MemberCtx, { name, currentSchool, twoHops, ...rest }: SetUp) {
  await ctx.store.tx(async (tx) => {
    if (name) await renameIn(tx, ctx, { name, hidePrevious: false })
    const answered = Object.entries(rest).filter(([, value]) => value?.length)
    if (answered.length > 0) await saveProfile(tx, ctx, Object.fromEntries(answered))
    const two_hops = twoHops && (twoHops === 'yes' ? 'members' : 'only_me')
    await setAudienceIn(tx, ctx, { current_school: currentSchool, two_hops })
    await record(tx, ctx, { type: DONE, personId: ctx.viewer })
  })
  return { isSetUp: true }
}

/** Whether the viewer has been through the first two minutes, answered or skipped. */
export async function hasBeenSetUp(ctx: MemberCtx): Promise<boolean> {
  const [done] = await ctx.store.read
    .select({ seq: ledger.seq })
    .from(ledger)
    .where(and(sql`${ledger.personId} in (${recordsOf(ctx.viewer)})`, eq(ledger.type, DONE)))
    .limit(1)
  return done !== undefined
}
