import type { Ctx } from '@wirearchy/domain'
import { applyOverdue, noteClosures, noteReopenings } from './closures.ts'
import { followPeople } from './follow-people.ts'

/**
 * The daily job: schools that closed with people in them are noted and their people asked; 120 days after the last
 * day, when nobody and no link has said more, the stays end on it, inferred. Nothing is deleted, so a link that comes
 * later still carries everybody on. Does nothing the second time.
 * @returns how many schools' stays were ended
 */
export async function closeOverdue(asked: Ctx): Promise<{ closed: number }> {
  const ctx: Ctx = { ...asked, viewer: null, actor: 'system' }
  await noteReopenings(ctx)
  await noteClosures(ctx, null)
  const closed = await applyOverdue(ctx)
  await followPeople(ctx)
  return { closed }
}
