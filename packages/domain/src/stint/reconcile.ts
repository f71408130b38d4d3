import { eq, inArray, moveClaims, stints, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { liveStints, type StintRow } from './adopt.ts'
import { carryMentoring } from './carry-mentoring.ts'
import { continueStints, giveBackAddresses } from './continue-stint.ts'
import { endBefore } from './end-before.ts'
import { isLater } from './last-day.ts'
import { openStint } from './open-stint.ts'
import { refreshMoves } from './refresh-moves.ts'
import type { Stay } from './resolve.ts'
import { claimsOf } from './say.ts'
import { setEnd } from './set-end.ts'
import { tieAddresses } from './tie-addresses.ts'
import { voidStint } from './void-stint.ts'
import { wantedStays } from './wanted.ts'

/**
 * Makes a person's stays what their standing words say, by closing, opening, voiding and inserting: history is never
 * rewritten. A stay keeps its row while its school, kind and first day hold; otherwise it is void and a right one
 * takes its place. Run inside the verb's transaction, after its words are written.
 * @param reason why a stay that no word supports any more is void
 * @param elsewhere the same stays told of another school: each takes over what its void row held
 * @returns the stays that now stand, each with the words behind it
 */
export async function reconcile(tx: Tx, ctx: Ctx, personId: string, reason: string, elsewhere?: Elsewhere) {
  const wanted = await wantedStays(tx, ctx, personId)
  const rows = await liveStints(tx, personId)
  const gone = rows.filter((row) => !wanted.some((stay) => isSame(row, stay)))
  const renamed = await toldOfAnother(tx, personId, gone, wanted)
  for (const row of gone) await voidStint(tx, ctx, row, renamed.has(row) ? SAME_SCHOOL : reason)
  await giveBackAddresses(tx, gone)
  const kept = wanted.flatMap((stay) => rows.filter((row) => isSame(row, stay)).map((row) => ({ row, stay })))
  await tieAddresses(tx, personId, kept, wanted)
  for (const { row, stay } of kept.sort(narrowFirst)) await follow(tx, ctx, row, stay)
  for (const stay of wanted.filter((stay) => !rows.some((row) => isSame(row, stay))))
    await openStint(tx, ctx, personId, stay, instead(stay, gone, elsewhere) ?? before(stay, renamed))
  const standing = await pair(tx, personId, wanted)
  await carryMentoring(tx, ctx, [...renamed.keys()])
  await continueStints(tx, ctx, standing)
  await refreshMoves(tx, ctx, personId, standing)
  return standing
}

export interface Standing {
  row: StintRow
  stay: Stay
}

const isSame = (row: StintRow, stay: Stay) =>
  row.schoolId === stay.schoolId && row.kind === stay.kind && row.startedOn === stay.startedOn

/** One school that turned out to be another. */
export interface Elsewhere {
  fromSchoolId: string
  toSchoolId: string
}

/** The void row that a stay puts right: one of its school and kind, or of the school that turned out to be it. */
function instead(stay: Stay, gone: StintRow[], elsewhere: Elsewhere | undefined) {
  const here = gone.filter(({ schoolId, kind }) => schoolId === stay.schoolId && kind === stay.kind)
  if (here[0] || stay.schoolId !== elsewhere?.toSchoolId) return here[0]
  const there = gone.filter(({ schoolId, kind }) => schoolId === elsewhere.fromSchoolId && kind === stay.kind)
  return there.find(({ startedOn }) => startedOn === stay.startedOn)
}

/** Why a row is void whose school goes on under another number, or turned out not to. */
const SAME_SCHOOL = 'school_replaced'

/** Rows that go because their words are now about another school, each with the stay that those words make there. */
async function toldOfAnother(tx: Tx, personId: string, gone: StintRow[], wanted: Stay[]) {
  if (gone.length === 0) return new Map<StintRow, Stay>()
  const claims = await claimsOf(tx, personId)
  return new Map(
    gone.flatMap((row) => {
      const words = claims.flatMap(({ id, stintId, says }) =>
        stintId === row.id && says === 'began' ? [id] : [],
      )
      const stay = wanted.find(
        (one) => one.schoolId !== row.schoolId && words.some((id) => one.words.includes(id)),
      )
      return stay ? [[row, stay] as const] : []
    }),
  )
}

const before = (stay: Stay, renamed: Map<StintRow, Stay>) =>
  [...renamed].find(([, taken]) => taken === stay)?.[0]

/** Ends that come earlier go first, so that no two stays ever cover a day between them. */
const narrowFirst = (one: Standing, other: Standing) => widens(one) - widens(other)
const widens = ({ row, stay }: Standing) => Number(isLater(stay.finishedOn, row.finishedOn))

async function follow(tx: Tx, ctx: Ctx, row: StintRow, stay: Stay) {
  if (row.finishedOn !== stay.finishedOn) {
    await weighEnd(tx, row, stay)
    await setEnd(tx, ctx, row, { finishedOn: stay.finishedOn, reason: await reasonOf(tx, row, stay) })
  }
  if (row.pattern !== stay.pattern)
    await tx.update(stints).set({ pattern: stay.pattern }).where(eq(stints.id, row.id))
  if (stay.isConfirmed && row.confidence === 'told') await confirmRow(tx, ctx, row)
}

async function reasonOf(tx: Tx, row: StintRow, stay: Stay) {
  if (stay.endReason) return stay.endReason
  if (stay.finishedOn && row.endReason?.startsWith('school_')) {
    const before = await endBefore(tx, row.personId, 'stint', row.id)
    if (before?.finishedOn === stay.finishedOn) return before.endReason
  }
  if (stay.endedBy === 'system') return row.endReason ?? 'left'
  return stay.moveId || stay.endedBy === 'next' ? 'moved' : 'left'
}

/** An end that only a school's closing implies is inferred; one that somebody tells of takes its place. */
async function weighEnd(tx: Tx, { id, confidence, endReason }: StintRow, stay: Stay) {
  const isInferred = stay.endReason === 'school_closed'
  if (isInferred && confidence === 'confirmed')
    await tx.update(stints).set({ confidence: 'inferred' }).where(eq(stints.id, id))
  if (!isInferred && confidence === 'inferred' && endReason === 'school_closed')
    await tx.update(stints).set({ confidence: 'confirmed' }).where(eq(stints.id, id))
}

/** From now on others may be told that they are near this person. */
export async function confirmRow(tx: Tx, ctx: Ctx, { id, personId, schoolId, startedOn }: StintRow) {
  await tx.update(stints).set({ confidence: 'confirmed', confirmedAt: ctx.now }).where(eq(stints.id, id))
  await record(tx, ctx, {
    type: 'stint.confirmed',
    happenedOn: startedOn,
    personId,
    schoolId,
    refs: { stint: id },
  })
}

/** Ties each word to the stay it now stands behind. */
async function pair(tx: Tx, personId: string, wanted: Stay[]): Promise<Standing[]> {
  const rows = await liveStints(tx, personId)
  const standing = wanted.flatMap((stay) =>
    rows.filter((row) => isSame(row, stay)).map((row) => ({ row, stay })),
  )
  for (const { row, stay } of standing)
    await tx.update(moveClaims).set({ stintId: row.id }).where(inArray(moveClaims.id, stay.words))
  return standing
}
