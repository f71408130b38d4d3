import { eq, people, sql } from '@wirearchy/db'
import { type Day, dayAsked, type MemberCtx, Problem } from '@wirearchy/domain'
import { lastingId, ledSchools, liveOn, mustSee } from '@wirearchy/domain/visibility'
import type { PersonRef } from './input.ts'
import { schoolsNow } from './schools-now.ts'
import { tiesOf } from './ties.ts'
import { timelineOf } from './timeline.ts'
import { reasonInWords } from './words.ts'

/**
 * How the viewer and one person are tied: every reason with its dates, the shared history as a timeline,
 * and where they are now if they let it be seen. As of an earlier day: what had begun by then, as it was; nothing can be
 * done there. The id of a record that was joined to another one leads to that one's page.
 * @throws Problem bad_input for a day to come
 * @throws Problem not_found for whoever is out of sight, in the same words as for nobody
 */
export async function personPage(ctx: MemberCtx, { id: asked, asOf }: PersonRef) {
  const on = dayAsked(ctx, asOf)
  const id = await lastingId(ctx.store.read, asked)
  await mustSee(ctx, id)
  const [person] = await ctx.store.read
    .select({ id: people.id, name: people.displayName })
    .from(people)
    .where(eq(people.id, id))
  if (!person) throw Problem.notFound()
  const [ties, schools] = await Promise.all([
    tiesOf(ctx, { only: [id], asOf: on }),
    schoolsNow(ctx, sql`select ${id}`, on),
  ])
  return {
    ...person,
    isMe: id === ctx.viewer,
    reasons: ties.map((tie) => ({ ...tie, text: reasonInWords(tie, on) })),
    schools,
    timeline: timelineOf(ties, schools, person.name, on),
    mentoringToKeep: on === ctx.today ? await mentoringToKeep(ctx, id) : null,
    because: ties.length > 0 || id === ctx.viewer ? [] : await otherReasons(ctx, id, on),
  }
}

/**
 * Why somebody is in sight without a tie: a group one of the two leads, or a school whose staff the viewer looks after.
 * @param on only reasons that had begun by this day
 */
async function otherReasons(ctx: MemberCtx, id: string, on: Day) {
  /** A place in a group that is still to come is a reason today, and was none on a day before it. */
  const hadBegun = (m: string) => sql`(${on} = ${ctx.today} or ${sql.raw(m)}.started_on <= ${on})`
  const rows = await ctx.store.read.rows<{ text: string }>(sql`
    select 'In ' || g.name || ', which you lead' as text from group_leads lead
      join group_memberships theirs on theirs.group_id = lead.group_id and theirs.person_id = ${id} and theirs.voided_at is null
      join groups g on g.id = lead.group_id where lead.person_id = ${ctx.viewer} and ${liveOn('lead', ctx.today)}
        and lead.started_on <= ${on} and ${hadBegun('theirs')}
    union select 'Leads your training group ' || g.name from group_leads lead
      join group_memberships mine on mine.group_id = lead.group_id and mine.person_id = ${ctx.viewer} and mine.voided_at is null
      join groups g on g.id = lead.group_id where lead.person_id = ${id} and ${liveOn('lead', ctx.today)}
        and lead.started_on <= ${on} and ${hadBegun('mine')}
    union select 'On the staff of ' || place.name || ', which you look after' from stints there
      join schools place on place.id = there.school_id
      where there.person_id = ${id} and there.voided_at is null and ${liveOn('there', ctx.today)}
      and there.started_on <= ${on}
      and there.school_id in (${ledSchools(ctx.viewer, ctx.today)})
    order by text`)
  return rows.map(({ text }) => text)
}

/** A school's mentoring of these two that ended, with none going on: either may keep it up in one tap. */
async function mentoringToKeep(ctx: MemberCtx, id: string): Promise<string | null> {
  const rows = await ctx.store.read.rows<{ id: string; kind: string; finishedOn: string | null }>(sql`
    select id, kind, finished_on as "finishedOn" from mentorships where voided_at is null and started_on <= ${ctx.today}
    and ((mentor_id = ${ctx.viewer} and mentee_id = ${id}) or (mentor_id = ${id} and mentee_id = ${ctx.viewer}))
    order by started_on desc, no desc`)
  const [last] = rows
  const isOver = last?.kind === 'statutory' && last.finishedOn !== null && last.finishedOn < ctx.today
  return isOver && rows.every(({ finishedOn }) => finishedOn !== null) ? last.id : null
}
