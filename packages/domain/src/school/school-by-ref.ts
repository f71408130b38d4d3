import { alias, and, eq, schoolEstablishments, schools } from '@wirearchy/db'
import type { Ctx } from '../context.ts'
import { Problem } from '../problem.ts'
import { isListedFor } from './listed.ts'
import { schoolMeant } from './meant.ts'

const OUR_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The school that an address means: by our own id, or by any URN it has had. One that was told of by name and
 * turned out to be a listed one is that one.
 * @throws Problem not found, in the same words whether there is no such school or the asker may not see it
 */
export async function schoolByRef(ctx: Ctx, ref: string) {
  const id = OUR_ID.test(ref) ? await schoolMeant(ctx.store.read, ref) : await schoolWithUrn(ctx, ref)
  const s = alias(schools, 's')
  const [school] = await ctx.store.read
    .select()
    .from(s)
    .where(and(eq(s.id, id), isListedFor(ctx.viewer)))
  if (!school) throw Problem.notFound()
  return school
}

async function schoolWithUrn(ctx: Ctx, urn: string): Promise<string> {
  const [link] = await ctx.store.read
    .select({ id: schoolEstablishments.schoolId })
    .from(schoolEstablishments)
    .where(and(eq(schoolEstablishments.scheme, 'gias'), eq(schoolEstablishments.ref, urn)))
  if (!link) throw Problem.notFound()
  return link.id
}
