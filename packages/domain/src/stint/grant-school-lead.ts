import { and, eq, isNull, schoolLeads } from '@wirearchy/db'
import { type Ctx, newId } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'

/**
 * Lets a person act for a school from today: report who leaves and joins, see its live staff. It is live only while
 * their own stay there is. Granting again changes nothing. For operators and seeds; no page does this.
 */
export const grantSchoolLead = (ctx: Ctx, { personId, schoolId }: { personId: string; schoolId: string }) =>
  ctx.store.tx(async (tx) => {
    const [open] = await tx
      .select({ id: schoolLeads.id })
      .from(schoolLeads)
      .where(
        and(
          eq(schoolLeads.personId, personId),
          eq(schoolLeads.schoolId, schoolId),
          isNull(schoolLeads.finishedOn),
        ),
      )
    if (open) return open
    const row = { id: newId(ctx.now), personId, schoolId, startedOn: ctx.today, grantedBy: ctx.actor }
    await tx.insert(schoolLeads).values(row)
    await record(tx, ctx, { type: 'school_lead.granted', personId, schoolId, refs: { schoolLead: row.id } })
    return { id: row.id }
  })
