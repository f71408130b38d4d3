import {
  and,
  count,
  eq,
  establishments,
  notExists,
  schoolDecisions,
  schoolEstablishments,
  schools,
  sql,
  type Tx,
} from '@wirearchy/db'
import type { MemberCtx } from '../context.ts'
import { fold } from '../fold.ts'
import { newId } from '../id.ts'
import { nextNo, record } from '../ledger/index.ts'
import { Problem } from '../problem.ts'
import type { ProposeSchool } from './input.ts'
import { schoolMeant } from './meant.ts'
import { tidy } from './register/cells.ts'
import { addWords, wordsOf } from './words.ts'

const MOST_UNSEEN = 10

/**
 * Keeps a school that is in no register we hold, so that a stint there can be told at once. Until somebody
 * has looked at it, only its author and the people with a stint there can find it. Telling of the same
 * school again gives the same one; two people who give the same SEED code mean the same school.
 * @returns the school's id
 */
export async function proposeSchool(ctx: MemberCtx, told: ProposeSchool): Promise<{ id: string }> {
  const input = { ...told, name: tidy(told.name), town: tidy(told.town) }
  if (!fold(input.name)) throw new Problem('bad_input', 'Write the name of the school.', { field: 'name' })
  return ctx.store.tx(async (tx) => {
    const known = (await withSeedCode(tx, input.seedCode)) ?? (await toldBefore(tx, ctx, input))
    if (known) return { id: known }
    await refuseTooMany(tx, ctx)
    const id = newId(ctx.now)
    const { name, town, nation } = input
    const row = { id, no: await nextNo(tx, 'schools'), kind: 'pending' as const, name, town, nation }
    await tx.insert(schools).values({ ...row, proposedById: ctx.viewer, createdAt: ctx.now })
    if (input.seedCode) await keepSeedCode(tx, ctx, id, input, input.seedCode)
    await addWords(
      tx,
      wordsOf({ id, name, town, isClosed: false, refs: input.seedCode ? [input.seedCode] : [] }),
    )
    await record(tx, ctx, {
      type: 'school.proposed',
      personId: ctx.viewer,
      schoolId: id,
      refs: { school: id },
      after: { name, town, nation },
    })
    return { id }
  }, 'aside')
}

async function withSeedCode(tx: Tx, seedCode: string | undefined): Promise<string | null> {
  if (!seedCode) return null
  const [link] = await tx
    .select({ id: schoolEstablishments.schoolId })
    .from(schoolEstablishments)
    .where(and(eq(schoolEstablishments.scheme, 'seed'), eq(schoolEstablishments.ref, seedCode)))
  return link ? schoolMeant(tx, link.id) : null
}

async function toldBefore(tx: Tx, ctx: MemberCtx, { name, town }: ProposeSchool): Promise<string | null> {
  const mine = await tx.select().from(schools).where(eq(schools.proposedById, ctx.viewer))
  const isSame = (school: { name: string; town: string | null }) =>
    fold(school.name) === fold(name) && fold(school.town ?? '') === fold(town)
  const known = mine.find(isSame)
  return known ? schoolMeant(tx, known.id) : null
}

const isUnseen = notExists(
  sql`(select 1 from ${schoolDecisions} seen where seen.school_id = ${schools.id} and seen.undone_at is null)`,
)

async function refuseTooMany(tx: Tx, ctx: MemberCtx) {
  const [unseen] = await tx
    .select({ n: count() })
    .from(schools)
    .where(and(eq(schools.proposedById, ctx.viewer), eq(schools.kind, 'pending'), isUnseen))
  if ((unseen?.n ?? 0) < MOST_UNSEEN) return
  throw new Problem(
    'too_many',
    `You have told us of ${MOST_UNSEEN} schools that nobody has looked at yet. Ask us to look first.`,
  )
}

/** A SEED code told by a member: our own row of that register until a list of it comes in. */
async function keepSeedCode(tx: Tx, ctx: MemberCtx, schoolId: string, input: ProposeSchool, ref: string) {
  const told = { firstSeenImport: `told:${ctx.viewer}`, lastSeenImport: `told:${ctx.viewer}` }
  const row = { scheme: 'seed' as const, ref, name: input.name, town: input.town, status: 'unknown' as const }
  await tx.insert(establishments).values({ ...row, statusTold: 'told by a member', rowHash: '', ...told })
  await tx.insert(schoolEstablishments).values({ schoolId, scheme: 'seed', ref })
}
