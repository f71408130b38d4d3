import {
  and,
  desc,
  eq,
  inArray,
  isNull,
  ledger,
  lt,
  schoolChanges,
  schoolEstablishments,
  schoolLeads,
  schools,
  sql,
  stints,
  type Tx,
} from '@wirearchy/db'
import { addDays, type Ctx, dayAfter, newId } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { followPresentRow } from '@wirearchy/domain/school'
import { type ChangeRow, setState, writeChange } from './changes.ts'

/** Within this many days before a school's end, time told of under its next number is no time of its own. */
const EARLY_DAYS = 92

/**
 * True when people told of time at the school that follows while the other was still open, as at a school of its own:
 * to make one of the two would invent colleagues.
 */
export async function ranBesides(
  tx: Pick<Tx, 'select'>,
  toSchoolId: string,
  lastDay: string,
): Promise<boolean> {
  const early = await tx
    .select({ id: stints.id })
    .from(stints)
    .where(
      and(
        eq(stints.schoolId, toSchoolId),
        isNull(stints.voidedAt),
        lt(stints.startedOn, addDays(lastDay, -EARLY_DAYS)),
      ),
    )
    .limit(1)
  return early.length > 0
}

/**
 * A school goes on under a new number: every number of the school that an import made for it comes to the school
 * itself, whose name and facts follow the present one. The other row stays, empty, and leads here. Nobody moves.
 */
export async function takeOver(tx: Tx, ctx: Ctx, change: ChangeRow) {
  const { fromSchoolId, toSchoolId, effectiveOn } = change
  if (!toSchoolId || toSchoolId === fromSchoolId) return
  const was = await nameOf(tx, fromSchoolId)
  const numbers = await numbersOf(tx, [fromSchoolId, toSchoolId])
  await tx
    .update(schoolEstablishments)
    .set({ untilOn: effectiveOn })
    .where(and(eq(schoolEstablishments.schoolId, fromSchoolId), isNull(schoolEstablishments.untilOn)))
  await tx
    .update(schoolEstablishments)
    .set({ schoolId: fromSchoolId, fromOn: dayAfter(effectiveOn) })
    .where(and(eq(schoolEstablishments.schoolId, toSchoolId), isNull(schoolEstablishments.untilOn)))
  await tx
    .update(schoolEstablishments)
    .set({ schoolId: fromSchoolId })
    .where(eq(schoolEstablishments.schoolId, toSchoolId))
  const name = await followPresentRow(tx, fromSchoolId)
  await followPresentRow(tx, toSchoolId)
  const refs = { schoolChange: change.id, school: fromSchoolId, toSchool: toSchoolId }
  await record(tx, ctx, {
    ...{ type: 'school.replaced', happenedOn: dayAfter(effectiveOn), schoolId: fromSchoolId, refs },
    before: { name: was, numbers },
    after: { name },
  })
  await passOnLeads(tx, ctx, change, toSchoolId)
  if (name && name !== was) await writeRename(tx, ctx, change, was, name)
}

type NumberRow = typeof schoolEstablishments.$inferSelect

const numbersOf = (tx: Tx, schoolIds: string[]): Promise<NumberRow[]> =>
  tx.select().from(schoolEstablishments).where(inArray(schoolEstablishments.schoolId, schoolIds))

const nameOf = async (tx: Tx, id: string) => {
  const [school] = await tx.select({ name: schools.name }).from(schools).where(eq(schools.id, id))
  return school?.name ?? ''
}

async function writeRename(tx: Tx, ctx: Ctx, change: ChangeRow, was: string, name: string) {
  const known = await renameOf(tx, change)
  const why = `${was} is now ${name}.`
  if (known) return setState(tx, ctx, known, 'applied', { why })
  const { fromSchoolId, importId } = change
  const on = { fromSchoolId, toSchoolId: null, effectiveOn: dayAfter(change.effectiveOn), importId }
  return writeChange(tx, ctx, {
    ...on,
    kind: 'renamed',
    state: 'applied',
    cause: `renamed ${change.id}`,
    why,
  })
}

async function renameOf(tx: Tx, { fromSchoolId, effectiveOn }: ChangeRow): Promise<ChangeRow | undefined> {
  const [known] = await tx
    .select()
    .from(schoolChanges)
    .where(
      and(
        ...[eq(schoolChanges.kind, 'renamed'), eq(schoolChanges.fromSchoolId, fromSchoolId)],
        eq(schoolChanges.effectiveOn, dayAfter(effectiveOn)),
      ),
    )
  return known
}

/** Who may act for the school under its new number may act for the school. Other rights are as they were. */
async function passOnLeads(tx: Tx, ctx: Ctx, { id: changeId, fromSchoolId: to }: ChangeRow, from: string) {
  const open = and(eq(schoolLeads.schoolId, from), isNull(schoolLeads.finishedOn))
  for (const grant of await tx.select().from(schoolLeads).where(open)) {
    const finishedOn = grant.startedOn > ctx.today ? grant.startedOn : ctx.today
    await tx.update(schoolLeads).set({ finishedOn }).where(eq(schoolLeads.id, grant.id))
    const { personId, grantedBy } = grant
    const has = and(eq(schoolLeads.personId, personId), eq(schoolLeads.schoolId, to))
    const there = await tx.select().from(schoolLeads).where(has)
    const isThere = there.some((one) => one.finishedOn === null || one.finishedOn >= ctx.today)
    const id = isThere ? null : newId(ctx.now)
    if (id)
      await tx.insert(schoolLeads).values({ id, personId, schoolId: to, startedOn: ctx.today, grantedBy })
    const refs = { schoolChange: changeId, schoolLead: grant.id, ...(id ? { schoolLead2: id } : {}) }
    await record(tx, ctx, { type: 'school_lead.passed_on', personId, schoolId: to, refs })
  }
}

/** Undoes `takeOver`: every number is again what it was, and so are the two schools. */
export async function giveBack(tx: Tx, ctx: Ctx, change: ChangeRow) {
  const { fromSchoolId, toSchoolId } = change
  if (!toSchoolId || toSchoolId === fromSchoolId) return
  for (const { scheme, ref, ...before } of await rowsBefore(tx, change))
    await tx
      .update(schoolEstablishments)
      .set(before)
      .where(and(eq(schoolEstablishments.scheme, scheme), eq(schoolEstablishments.ref, ref)))
  await followPresentRow(tx, fromSchoolId)
  await followPresentRow(tx, toSchoolId)
  await takeBackLeads(tx, ctx, change)
  const refs = { schoolChange: change.id, school: fromSchoolId, toSchool: toSchoolId }
  await record(tx, ctx, { type: 'school.parted', schoolId: fromSchoolId, refs })
  const renamed = await renameOf(tx, change)
  if (renamed?.state === 'applied') await setState(tx, ctx, renamed, 'undone')
}

/** How the numbers of both schools stood before the change, by the entry that tells of it. */
async function rowsBefore(tx: Tx, { id, fromSchoolId }: ChangeRow): Promise<NumberRow[]> {
  const [entry] = await tx
    .select({ before: ledger.before })
    .from(ledger)
    .where(
      and(
        eq(ledger.schoolId, fromSchoolId),
        eq(ledger.type, 'school.replaced'),
        sql`${ledger.refs} ->> 'schoolChange' = ${id}`,
      ),
    )
    .orderBy(desc(ledger.seq))
    .limit(1)
  return (entry?.before?.numbers as NumberRow[] | undefined) ?? []
}

async function takeBackLeads(tx: Tx, ctx: Ctx, { id, fromSchoolId }: ChangeRow) {
  const passed = await tx
    .select({ refs: ledger.refs })
    .from(ledger)
    .where(
      and(
        eq(ledger.schoolId, fromSchoolId),
        eq(ledger.type, 'school_lead.passed_on'),
        sql`${ledger.refs} ->> 'schoolChange' = ${id}`,
      ),
    )
  for (const { refs } of passed) {
    await tx
      .update(schoolLeads)
      .set({ finishedOn: null })
      .where(eq(schoolLeads.id, refs.schoolLead ?? ''))
    const given = eq(schoolLeads.id, refs.schoolLead2 ?? '')
    await tx
      .update(schoolLeads)
      .set({ finishedOn: ctx.today })
      .where(and(given, isNull(schoolLeads.finishedOn)))
    await record(tx, ctx, { type: 'school_lead.taken_back', schoolId: fromSchoolId, refs })
  }
}
