import { alias, and, eq, inArray, schoolEstablishments, schools } from '@wirearchy/db'
import type { Ctx } from '../context.ts'
import { Problem } from '../problem.ts'
import { isListedFor } from './listed.ts'
import { schoolMeant } from './meant.ts'

const OUR_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The school that an address means: by our own id, or by any number a register has given it. One that was told of by name and
 * turned out to be a listed one is that one.
 * @throws Problem not found, in the same words whether there is no such school or the asker may not see it
 */
export async function schoolByRef(ctx: Ctx, ref: string) {
  const id = OUR_ID.test(ref) ? await schoolMeant(ctx.store.read, ref) : await schoolNumbered(ctx, ref)
  const s = alias(schools, 's')
  const [school] = await ctx.store.read
    .select()
    .from(s)
    .where(and(eq(s.id, id), isListedFor(ctx.viewer)))
  if (!school) throw Problem.notFound()
  return school
}

const NUMBERED = ['gias', 'seed', 'ni'] as const

/** A URN, a SEED code or a reference of Northern Ireland; where two registers use one number, the first of these. */
async function schoolNumbered(ctx: Ctx, ref: string): Promise<string> {
  const links = await ctx.store.read
    .select({ id: schoolEstablishments.schoolId, scheme: schoolEstablishments.scheme })
    .from(schoolEstablishments)
    .where(and(inArray(schoolEstablishments.scheme, [...NUMBERED]), eq(schoolEstablishments.ref, ref)))
  const first = NUMBERED.flatMap((scheme) => links.filter((link) => link.scheme === scheme))[0]
  if (!first) throw Problem.notFound()
  return first.id
}
