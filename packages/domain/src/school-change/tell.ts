import { eq, inArray, schools, sql, type Tx } from '@wirearchy/db'
import { addDays, type Ctx } from '@wirearchy/domain'
import { addressOf } from '@wirearchy/domain/account'
import { notify, post } from '@wirearchy/domain/job'
import type { Carried } from '@wirearchy/domain/stint'
import type { ChangeRow } from './changes.ts'
import { carriedLetter, whichSchoolLetter } from './emails.ts'

/** A change this long ago is history to everybody: nobody is written to about it. */
const NEWS_DAYS = 500

/** Tells a person where a merger has carried them, of stays that go on, and that a stay ended with its school. */
export async function tellCarried(tx: Tx, ctx: Ctx, personId: string, { carried, closed }: Carried) {
  await notify(
    tx,
    ctx,
    closed.map(({ id }) => ({ personId, kind: 'school.closed', refs: { stint: id } })),
  )
  const news = carried.filter(
    ({ to }) =>
      to.finishedOn === null && to.source === 'system' && to.startedOn > addDays(ctx.today, -NEWS_DAYS),
  )
  for (const { from, to } of news) {
    const names = await namesOf(tx, [from.schoolId, to.schoolId])
    const about = {
      from: names.get(from.schoolId) ?? '',
      to: names.get(to.schoolId) ?? '',
      toId: to.schoolId,
    }
    await notify(tx, ctx, [{ personId, kind: 'school.carried', refs: { school: to.schoolId, stint: to.id } }])
    const address = await addressOf(tx, ctx, personId)
    if (address) await post(tx, ctx, { to: address, ...carriedLetter(ctx, about), personId })
  }
}

async function namesOf(tx: Tx, ids: string[]) {
  const rows = await tx
    .select({ id: schools.id, name: schools.name })
    .from(schools)
    .where(inArray(schools.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Asks everybody with an open stay at a school which one they are at now, once a change; nobody is told of another. */
export async function askPeople(tx: Tx, ctx: Ctx, { id, fromSchoolId, effectiveOn }: ChangeRow) {
  const [school] = await tx.select({ name: schools.name }).from(schools).where(eq(schools.id, fromSchoolId))
  for (const { personId, stintId } of await openStays(tx, fromSchoolId, effectiveOn)) {
    const refs = { stint: stintId, schoolChange: id }
    await notify(tx, ctx, [{ personId, kind: 'school.changed', refs }])
    const address = await addressOf(tx, ctx, personId)
    const letter = whichSchoolLetter(ctx, { school: school?.name ?? 'Your school', stintId })
    if (address) await post(tx, ctx, { to: address, ...letter, personId })
  }
}

/** Tells everybody whose stay at a school goes on that it has a new name. */
export async function tellRenamed(tx: Tx, ctx: Ctx, { fromSchoolId, effectiveOn }: ChangeRow) {
  if (effectiveOn < addDays(ctx.today, -NEWS_DAYS)) return
  const there = await openStays(tx, fromSchoolId, effectiveOn)
  const refs = { school: fromSchoolId }
  await notify(
    tx,
    ctx,
    there.map(({ personId }) => ({ personId, kind: 'school.renamed', refs })),
  )
}

const openStays = (tx: Tx, schoolId: string, lastDay: string) =>
  tx.rows<{ personId: string; stintId: string }>(sql`
    select s.person_id as "personId", min(s.id) as "stintId" from stints s
    join people p on p.id = s.person_id and p.status = 'active'
    where s.school_id = ${schoolId} and s.voided_at is null and s.finished_on is null and s.started_on <= ${lastDay}
    group by s.person_id order by s.person_id`)
