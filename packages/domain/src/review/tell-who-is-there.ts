import { inArray, moveClaims, people, sql, stints, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { notify } from '@wirearchy/domain/job'
import type { Rewrites } from '@wirearchy/domain/stint'
import type { DecidePending } from './input.ts'

interface Decided {
  schoolId: string
  outcome: DecidePending['outcome']
  rewrites: Rewrites
}

/** Whoever wrote the school down is told what it turned out to be, or asked which one they meant. Nothing else changes. */
export async function tellWhoIsThere(tx: Tx, ctx: Ctx, { schoolId, outcome, rewrites }: Decided) {
  if (outcome === 'own') return
  if (outcome === 'not_a_school') {
    const there = await tx.rows<{ personId: string; stintId: string }>(sql`
      select s.person_id as "personId", min(s.id) as "stintId" from ${stints} s
      join ${people} p on p.id = s.person_id and p.status = 'active'
      where s.school_id = ${schoolId} and s.voided_at is null group by s.person_id order by s.person_id`)
    const kind = 'school.which'
    return notify(
      tx,
      ctx,
      there.map(({ personId, stintId }) => ({ personId, kind, refs: { stint: stintId } })),
    )
  }
  const words = rewrites.map(([, now]) => now)
  if (words.length === 0) return
  const whose = await tx
    .selectDistinct({ personId: moveClaims.personId })
    .from(moveClaims)
    .innerJoin(people, sql`${people.id} = ${moveClaims.personId} and ${people.status} = 'active'`)
    .where(inArray(moveClaims.id, words))
  return notify(
    tx,
    ctx,
    whose.map(({ personId }) => ({ personId, kind: 'school.listed', refs: { school: schoolId } })),
  )
}
