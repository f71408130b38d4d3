import { type SQL, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { keptApartFrom, offerStands } from '@wirearchy/domain/mentoring'
import { blockedWith, ledSchools, liveOn, sight } from '@wirearchy/domain/visibility'
import type { Programme } from './find.ts'
import { whoSaidNo } from './said-no.ts'

export interface MayBeAsked {
  personId: string
  name: string
  /** Why they are on the list. */
  how: 'member' | 'staff' | 'offers' | 'earlier'
}

/**
 * Whom a lead may ask into a programme and has not yet, and, apart, who said no and is not asked again. Of a training group: its members as mentees; as mentors, people
 * in the lead's sight who offer this unit, and members of other groups of the same provider. Of a school: its staff, as
 * mentees those who have no mentor there. A school is never shown who offers mentoring.
 */
export async function whoMayBeAsked(ctx: MemberCtx, programme: Programme, side: 'mentor' | 'mentee') {
  const rows = await ctx.store.read.rows<MayBeAsked & { saidNo: number }>(sql`
    select someone.id as "personId", someone.display_name as name, min(found.how) as how,
      someone.id in (${whoSaidNo(programme.id)}) as "saidNo"
    from (${side === 'mentee' ? mentees(ctx, programme) : mentors(ctx, programme)}) found
    join people someone on someone.id = found.person_id and someone.status = 'active'
    join (${sight(ctx)}) in_sight on in_sight.person_id = someone.id
    where someone.id <> ${ctx.viewer} and someone.id not in (
      select there.person_id from programme_people there
      where there.programme_id = ${programme.id} and there.left_at is null)
    group by someone.id, someone.display_name order by someone.display_name, someone.id`)
  const [asked, rest] = [rows.filter(({ saidNo }) => saidNo === 1), rows.filter(({ saidNo }) => saidNo === 0)]
  return {
    saidNo: new Set(asked.map(({ personId }) => personId)),
    people: rest.map(({ saidNo: _, ...one }): MayBeAsked => one),
  }
}

const mentees = (ctx: MemberCtx, programme: Programme): SQL =>
  programme.groupId
    ? sql`select m.person_id, 'member' as how from group_memberships m
        where m.group_id = ${programme.groupId} and m.voided_at is null`
    : sql`${staff(ctx, programme)} and not exists (select 1 from mentorships m where m.mentee_stint_id = s.id
        and m.voided_at is null and coalesce(m.finished_on, '9999-12-31') >= ${ctx.today})`

const mentors = (ctx: MemberCtx, programme: Programme): SQL =>
  programme.groupId ? sql`${offering(ctx, programme)} union all ${earlier(programme)}` : staff(ctx, programme)

/** Live staff, as whoever leads the school sees them. */
const staff = ({ today }: MemberCtx, { schoolId }: Programme): SQL => sql`
  select s.person_id, 'staff' as how from stints s
  where s.school_id = ${schoolId} and s.voided_at is null and ${liveOn('s', today)}`

/**
 * Whoever offers this unit to people the lead is tied to or trains; a tie through a school alone is not enough, and
 * nobody who works where the lead has a say, whatever else the two are to each other.
 */
const offering = (ctx: MemberCtx, { unit }: Programme): SQL => sql`
  select offer.person_id, 'offers' as how from mentor_offers offer
  join mentor_places given on given.person_id = offer.person_id and given.unit = ${unit} and given.places > 0
  join (${sight(ctx)}) near on near.person_id = offer.person_id and near.reach >= 3
  where ${offerStands(ctx)} and offer.person_id not in (${blockedWith(ctx.viewer)})
    and offer.person_id not in (${keptApartFrom(ctx.viewer)})
    and offer.person_id not in (select theirs.person_id from stints theirs where theirs.voided_at is null
      and theirs.school_id in (${ledSchools(ctx.viewer, ctx.today)}) and ${liveOn('theirs', ctx.today)})`

const earlier = ({ groupId }: Programme): SQL => sql`
  select m.person_id, 'earlier' as how from group_memberships m
  join groups theirs on theirs.id = m.group_id join groups own on own.id = ${groupId}
  where m.voided_at is null and theirs.id <> own.id and theirs.provider_id = own.provider_id`
