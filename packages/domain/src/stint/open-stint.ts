import { stintRoles, stints, type Tx } from '@wirearchy/db'
import { type Ctx, newId } from '@wirearchy/domain'
import { nextNo, record } from '@wirearchy/domain/ledger'
import type { StintRow } from './adopt.ts'
import { carryOver } from './carry-over.ts'
import type { Stay } from './resolve.ts'

/**
 * Writes a new stay with its role. `instead` is the void row it puts right, whose roles, mentorships and
 * addresses it takes over as far as its days allow.
 */
export async function openStint(
  tx: Tx,
  ctx: Ctx,
  personId: string,
  stay: Stay,
  instead?: StintRow,
): Promise<StintRow> {
  const isConfirmed = stay.isConfirmed || instead?.confidence === 'confirmed'
  const { schoolId, kind, pattern, startedOn, finishedOn } = stay
  const values = {
    ...{
      id: newId(ctx.now),
      no: await nextNo(tx, 'stints'),
      personId,
      schoolId,
      kind,
      pattern,
      startedOn,
      finishedOn,
    },
    endReason: finishedOn && (instead?.endReason ?? null),
    source: stay.startedBy,
    confidence: isConfirmed ? ('confirmed' as const) : (instead?.confidence ?? ('told' as const)),
    confirmedAt: isConfirmed ? (instead?.confirmedAt ?? ctx.now) : null,
    audience: instead?.audience ?? null,
    createdAt: ctx.now,
  }
  const [row] = await tx.insert(stints).values(values).returning()
  if (!row) throw new Error('A stay was not written.')
  const role = instead || stay.isRest ? null : await openRole(tx, ctx, row, stay)
  const refs = { stint: row.id, ...(role ? { role } : {}), ...(instead ? { instead: instead.id } : {}) }
  const after = { kind, startedOn, finishedOn, confidence: row.confidence }
  await record(tx, ctx, { type: 'stint.opened', happenedOn: startedOn, personId, schoolId, refs, after })
  if (instead) await carryOver(tx, ctx, instead, row)
  return row
}

async function openRole(tx: Tx, ctx: Ctx, { id: stintId, startedOn, finishedOn }: StintRow, { role }: Stay) {
  if (!role) return null
  const id = newId(ctx.now)
  await tx.insert(stintRoles).values({ id, stintId, role, startedOn, finishedOn })
  return id
}
