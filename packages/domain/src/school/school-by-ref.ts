import { and, eq, schoolEstablishments, type schools, sql } from '@wirearchy/db'
import type { Ctx } from '../context.ts'
import { Problem } from '../problem.ts'
import { isListedFor } from './listed.ts'

const OUR_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The id of the school that an address means: our own id, or any URN the school has had.
 * @throws Problem not found, in the same words whether there is no such school or the asker may not see it
 */
export async function schoolByRef(ctx: Ctx, ref: string): Promise<string> {
  const id = OUR_ID.test(ref) ? ref : await schoolWithUrn(ctx, ref)
  const [school] = await ctx.store.read.rows<Pick<typeof schools.$inferSelect, 'id'>>(
    sql`select s.id from schools s where s.id = ${id} and ${isListedFor(ctx.viewer)}`,
  )
  if (!school) throw Problem.notFound()
  return school.id
}

async function schoolWithUrn(ctx: Ctx, urn: string): Promise<string> {
  const [link] = await ctx.store.read
    .select({ id: schoolEstablishments.schoolId })
    .from(schoolEstablishments)
    .where(and(eq(schoolEstablishments.scheme, 'gias'), eq(schoolEstablishments.ref, urn)))
  if (!link) throw Problem.notFound()
  return link.id
}
