import { asc, desc, eq, groups, programmes, schools } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { homeOf } from './create-programme.ts'
import type { ProgrammesOf } from './input.ts'

/** The programmes of a training group or school, newest first, for whoever runs it. */
export async function programmesOf(ctx: MemberCtx, of: ProgrammesOf) {
  const { read } = ctx.store
  const { groupId, schoolId } = await homeOf(read, ctx, of)
  const mine = groupId ? eq(programmes.groupId, groupId) : eq(programmes.schoolId, schoolId ?? '')
  const [home] = groupId
    ? await read.select({ name: groups.name }).from(groups).where(eq(groups.id, groupId))
    : await read
        .select({ name: schools.name })
        .from(schools)
        .where(eq(schools.id, schoolId ?? ''))
  const rows = await read
    .select()
    .from(programmes)
    .where(mine)
    .orderBy(desc(programmes.createdAt), asc(programmes.id))
  return {
    home: home?.name ?? '',
    programmes: rows.map(({ id, name, unit, state, startsOn, wishesUntil }) => ({
      ...{ id, name, unit, state, startsOn, wishesUntil },
    })),
  }
}
