import { eq, profiles, type Tx } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { EditProfile } from './input.ts'

/** The viewer says anew what they say of themselves; what is left out is emptied. */
export const editProfile = (ctx: MemberCtx, input: EditProfile) =>
  ctx.store.tx(async (tx) => {
    await saveProfile(tx, ctx, input)
    return input
  })

/** Writes part of the viewer's profile in the caller's transaction. The ledger names the fields, not the words. */
export async function saveProfile(tx: Tx, ctx: MemberCtx, part: Partial<EditProfile>) {
  await tx
    .update(profiles)
    .set({ ...part, updatedAt: ctx.now })
    .where(eq(profiles.personId, ctx.viewer))
  const fields = Object.keys(part).sort()
  await record(tx, ctx, { type: 'person.profile_edited', personId: ctx.viewer, after: { fields } })
}
