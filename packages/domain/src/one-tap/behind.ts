import { eq, letterLinks, people } from '@wirearchy/db'
import type { Ctx, MemberCtx } from '@wirearchy/domain'
import { tapId } from '@wirearchy/domain/notice'
import { lastingId } from '@wirearchy/domain/visibility'
import type { Act } from './act.ts'
import { actNamed } from './registry.ts'

type LinkRow = typeof letterLinks.$inferSelect

/** A button that we know: its row, its act, and the context of the person to whom it was given. */
export interface Behind {
  link: LinkRow
  act: Act
  as: MemberCtx
}

/** What stands behind a token; null when we gave no such button, or nobody is there to press it. */
export async function behind(ctx: Ctx, token: string): Promise<Behind | null> {
  const { read } = ctx.store
  const [link] = await read
    .select()
    .from(letterLinks)
    .where(eq(letterLinks.id, tapId(token)))
  const act = link && actNamed(link.act)
  if (!link || !act) return null
  const viewer = await lastingId(read, link.personId)
  const [person] = await read.select({ status: people.status }).from(people).where(eq(people.id, viewer))
  return person?.status === 'active' ? { link, act, as: { ...ctx, viewer, actor: 'person' } } : null
}

/** Why a button works no more, in a sentence; null while it does. */
export function whyOver({ usedAt, expiresAt }: LinkRow, { now }: Ctx): string | null {
  if (usedAt !== null) return 'This button has been used: each works once.'
  if (expiresAt <= now) return 'This button has run out. It was good for a while only.'
  return null
}

export const UNKNOWN =
  'This button is not one of ours, or it was taken back. Check that the whole link was opened.'

export const OVER = 'There is nothing left to do here: it was answered, or it is over.'
