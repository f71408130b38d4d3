import { and, eq, establishmentLinks, isNull, ne, type Tx } from '@wirearchy/db'
import type { Ctx } from '../../context.ts'
import type { LinkRow } from './read.ts'
import { facts, recordLinks } from './record.ts'

const isLink = ({ fromRef, toRef, linkType }: LinkRow) =>
  and(
    eq(establishmentLinks.fromRef, fromRef),
    eq(establishmentLinks.toRef, toRef),
    eq(establishmentLinks.linkType, linkType),
  )

/** Marks one link as gone from the register. */
export const remove = (tx: Tx, ctx: Ctx, link: LinkRow) =>
  tx.update(establishmentLinks).set({ removedAt: ctx.now }).where(isLink(link))

const SOME = 256

/** Marks the links that no longer stand in the register as gone, a turn's worth. @returns how many; 0 at the end */
export async function removeSome(tx: Tx, ctx: Ctx, importId: string): Promise<number> {
  const gone = await tx
    .select()
    .from(establishmentLinks)
    .where(and(isNull(establishmentLinks.removedAt), ne(establishmentLinks.lastSeenImport, importId)))
    .limit(SOME)
  for (const link of gone) await remove(tx, ctx, link)
  await recordLinks(
    tx,
    ctx,
    importId,
    gone.map((link) => ({ link, type: 'school_link.removed', before: facts(link) })),
  )
  return gone.length
}
