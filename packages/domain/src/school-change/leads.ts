import { and, eq, isNull, ledger, schoolLeads, sql, type Tx } from '@wirearchy/db'
import { type Ctx, newId } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { ChangeRow } from './changes.ts'

/** Who may act for the school under its new number may act for the school. Other rights are as they were. */
export async function passOnLeads(
  tx: Tx,
  ctx: Ctx,
  { id: changeId, fromSchoolId: to }: ChangeRow,
  from: string,
) {
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

/** Undoes `passOnLeads`. */
export async function takeBackLeads(tx: Tx, ctx: Ctx, { id, fromSchoolId }: ChangeRow) {
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
