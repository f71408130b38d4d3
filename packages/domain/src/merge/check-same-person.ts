import { eq, people, sql } from '@wirearchy/db'
import { type Ctx, type Day, type MemberCtx, Problem } from '@wirearchy/domain'
import { tieRows } from '@wirearchy/domain/network'
import type { MergeRef } from './input.ts'
import { provenMerge } from './proven.ts'

/** What one record holds, for its owner's eyes. */
export interface RecordSummary {
  name: string
  schools: { name: string; startedOn: Day; finishedOn: Day | null }[]
  groups: string[]
  /** How many people it is tied to. */
  people: number
}

/**
 * What will be together when two records of the viewer's become one, before anything happens.
 * @throws Problem not_found, gone: see `provenMerge`
 */
export async function checkSamePerson(ctx: MemberCtx, { mergeId }: MergeRef) {
  const { loserId } = await provenMerge(ctx.store.read, ctx, mergeId)
  const [staying, joining] = [await summaryOf(ctx, ctx.viewer), await summaryOf(ctx, loserId)]
  return { mergeId, staying, joining }
}

/** A record in a few lines: names of schools and groups, and a count of people. */
export async function summaryOf(ctx: Ctx, id: string): Promise<RecordSummary> {
  const { read } = ctx.store
  const [person] = await read.select({ name: people.displayName }).from(people).where(eq(people.id, id))
  if (!person) throw Problem.notFound()
  const schools = await read.rows<RecordSummary['schools'][number]>(sql`
    select place.name as name, s.started_on as "startedOn", s.finished_on as "finishedOn" from stints s
    join schools place on place.id = s.school_id where s.person_id = ${id} and s.voided_at is null
    order by s.started_on, s.id`)
  const groups = await read.rows<{ name: string }>(sql`
    select distinct g.name as name from group_memberships m join groups g on g.id = m.group_id
    where m.person_id = ${id} and m.voided_at is null order by g.name`)
  return {
    name: person.name,
    schools,
    groups: groups.map(({ name }) => name),
    people: await counted(ctx, id),
  }
}

async function counted({ store, today }: Ctx, id: string) {
  const [row] = await store.read.rows<{ n: number }>(
    sql`select count(distinct other_id) as n from (${tieRows(id, today, today)}) tie`,
  )
  return row?.n ?? 0
}
