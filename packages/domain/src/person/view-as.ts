import type { MemberCtx } from '@wirearchy/domain'
import { canSee, levelsWithin, mustSee, REACH } from '@wirearchy/domain/visibility'
import { factsOf } from './facts.ts'
import type { ViewAs } from './input.ts'
import { profileOf } from './profile-of.ts'
import { type Profile, project } from './project.ts'

/**
 * The viewer's own page as a level of people sees it, or as one person they can see does; made by
 * the same projection that serves those people. Null when that person cannot see the viewer.
 */
export async function viewAs(ctx: MemberCtx, input: ViewAs): Promise<Profile | null> {
  if ('personId' in input) return asPerson(ctx, input.personId)
  return project(await factsOf(ctx, ctx.viewer), levelsWithin(REACH[input.level]))
}

async function asPerson(ctx: MemberCtx, personId: string) {
  await mustSee(ctx, personId)
  const theirs = { ...ctx, viewer: personId }
  if (!(await canSee(theirs, ctx.viewer))) return null
  const { isMe, ...profile } = await profileOf(theirs, { id: ctx.viewer })
  return profile
}
