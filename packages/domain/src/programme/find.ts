import { and, eq, isNull, programmePeople, programmes, type Reader, sql, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { ledSchools, liveOn } from '@wirearchy/domain/visibility'
import { lastPlace } from './said-no.ts'

export type Programme = typeof programmes.$inferSelect
export type Place = typeof programmePeople.$inferSelect
type Read = Pick<Reader, 'select' | 'rows'>

/**
 * A programme for whoever runs its training group or leads its school today.
 * @throws Problem not_found to everybody else, in the same words as for no programme at all
 */
export async function ledProgramme(read: Read, ctx: MemberCtx, programmeId: string): Promise<Programme> {
  const programme = await programmeOf(read, programmeId)
  if (!programme || !(await leads(read, ctx, programme))) throw Problem.notFound()
  return programme
}

/**
 * A programme for whoever runs it, for whoever is asked or has joined, and while it is open for who said no: they may
 * come back (`mayReturn` is the place they gave up).
 * @throws Problem not_found to everybody else, whom a lead took off included
 */
export async function seenProgramme(read: Read, ctx: MemberCtx, programmeId: string) {
  const programme = await programmeOf(read, programmeId)
  if (!programme) throw Problem.notFound()
  const [isLead, mine] = [await leads(read, ctx, programme), await placeOf(read, programmeId, ctx.viewer)]
  const mayReturn = mine || isFinished(programme) ? null : await ownNo(read, programmeId, ctx.viewer)
  if (!isLead && !mine && !mayReturn) throw Problem.notFound()
  return { programme, isLead, mine, mayReturn }
}

async function ownNo(read: Read, programmeId: string, personId: string) {
  const last = await lastPlace(read, programmeId, personId)
  return last?.isOwnNo ? last : null
}

const isFinished = ({ state }: Programme) => state === 'published' || state === 'closed'

/**
 * Takes a programme's turn for its lead: whoever else changes it waits until this transaction ends.
 * @throws Problem not_found to everybody else · gone once it is published or closed
 */
export async function takeProgramme(tx: Tx, ctx: MemberCtx, programmeId: string): Promise<Programme> {
  await turn(tx, programmeId)
  return mustBeOpen(await ledProgramme(tx, ctx, programmeId))
}

/** The programme's row, locked until the transaction ends. */
export const turn = (tx: Tx, programmeId: string) =>
  tx
    .update(programmes)
    .set({ rev: sql`${programmes.rev} + 1` })
    .where(eq(programmes.id, programmeId))

/** @throws Problem gone once a programme is published or closed: what it was is history */
export function mustBeOpen(programme: Programme): Programme {
  if (isFinished(programme))
    throw new Problem(
      'gone',
      'This programme is finished, so nothing in it changes any more. Start a new one.',
    )
  return programme
}

/**
 * Somebody's own place in a programme, asked or joined; null when they are not in it or stepped out.
 * @param side which, where it matters: of two records that were joined, each may have been on one
 */
export async function placeOf(
  read: Read,
  programmeId: string,
  personId: string,
  side?: Place['side'],
): Promise<Place | null> {
  const own = and(
    eq(programmePeople.programmeId, programmeId),
    eq(programmePeople.personId, personId),
    isNull(programmePeople.leftAt),
    side && eq(programmePeople.side, side),
  )
  const [place] = await read.select().from(programmePeople).where(own)
  return place ?? null
}

async function programmeOf(read: Read, programmeId: string) {
  const [programme] = await read.select().from(programmes).where(eq(programmes.id, programmeId))
  return programme
}

async function leads(read: Read, { viewer, today }: MemberCtx, { groupId, schoolId }: Programme) {
  const found = groupId
    ? sql`select 1 from group_leads lead where lead.group_id = ${groupId} and lead.person_id = ${viewer}
        and ${liveOn('lead', today)}`
    : sql`select 1 from (${ledSchools(viewer, today)}) led where led.school_id = ${schoolId}`
  return (await read.rows(found)).length > 0
}

/**
 * What was worked out from a programme holds only if nothing in it changed meanwhile.
 * @param before as it was read · now as it stands, in this transaction, after its turn was taken
 * @throws Problem conflict when something did
 */
export function mustBeSame(before: Programme, now: Programme) {
  if (now.rev !== before.rev + 1)
    throw new Problem('conflict', 'Somebody changed something here just now. Have a look, then try again.')
}
