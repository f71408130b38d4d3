import { type Reader, type SQL, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { blockedWith, liveOn } from '@wirearchy/domain/visibility'
import type { Unit } from './input.ts'
import { isPastItsDay } from './past-its-day.ts'
import { free } from './places.ts'

/** What somebody is about to ask for, as far as it decides who may be asked. */
export interface Asking {
  unit: Unit
  outsideMySchool: boolean
}

/** True of an offer (alias `offer`) that stands today: open, and neither it nor its owner away. */
export const offerStands = ({ today }: Pick<MemberCtx, 'today'>): SQL => sql`
  offer.closed_at is null and (offer.paused_until is null or offer.paused_until <= ${today})
  and not exists (select 1 from pauses away where away.person_id = offer.person_id and away.voided_at is null
    and ${liveOn('away', today)})`

/**
 * True of an offer (alias `offer`) whose owner the viewer may ask for this now, wherever the two stand to each other:
 * it stands, a place is free, and neither of them, nor where they teach, is against it.
 */
export const mayBeAsked = (ctx: MemberCtx, { unit, outsideMySchool }: Asking): SQL => sql`
  offer.person_id <> ${ctx.viewer} and ${offerStands(ctx)}
  and ${free(sql`offer.person_id`, unit, ctx.today)} > 0
  and offer.person_id not in (${blockedWith(ctx.viewer)})
  and offer.person_id not in (${keptApartFrom(ctx.viewer)})
  and offer.person_id not in (${mentorsOf(ctx)})
  and offer.person_id not in (${whoAssesses(ctx)})
  and offer.person_id not in (${whoIsLed(ctx)})
  and not ((${outsideMySchool ? 1 : 0} = 1 or offer.outside_my_school) and offer.person_id in (${atMySchools(ctx)}))`

/** Whom somebody is never to be put together with, whichever of the two said so. */
export const keptApartFrom = (personId: string): SQL => sql`
  select other_id from kept_apart where person_id = ${personId} and lifted_at is null
  union select person_id from kept_apart where other_id = ${personId} and lifted_at is null`

/** Who mentors the viewer already, or is about to; not whose question or call is past its day, unless a school set it up. */
const mentorsOf = (ctx: MemberCtx): SQL => sql`select held.mentor_id ${goingOn(ctx, 'mentee')}`

/** Whom the viewer mentors already, or is about to, by the same rule. */
export const menteesOf = (ctx: MemberCtx): SQL => sql`select held.mentee_id ${goingOn(ctx, 'mentor')}`

const goingOn = ({ viewer, today }: MemberCtx, side: 'mentor' | 'mentee'): SQL => sql`
  from mentorships held left join agreements terms on terms.mentorship_id = held.id
    where ${sql.raw(`held.${side}_id`)} = ${viewer} and held.voided_at is null
    and coalesce(held.finished_on, '9999-12-31') >= ${today} and not (held.kind <> 'statutory' and ${isPastItsDay(today)})`

/**
 * Whether the viewer may not have a mentor by now whom they could once ask: one of the two has a say in how the other is
 * assessed, or both are at one school where the viewer asked for nobody of theirs.
 */
export async function standsTooNear(
  read: Pick<Reader, 'rows'>,
  ctx: MemberCtx,
  mentorId: string,
  { outsideMySchool }: Pick<Asking, 'outsideMySchool'>,
): Promise<boolean> {
  const near = sql`select 1 where ${mentorId} in (${whoAssesses(ctx)}) or ${mentorId} in (${whoIsLed(ctx)})
    or (${outsideMySchool ? 1 : 0} = 1 and ${mentorId} in (${atMySchools(ctx)}))`
  return (await read.rows(near)).length > 0
}

/** Whoever has a say in the viewer's assessment: leads and induction tutors of their present school, and their group's lead. */
const whoAssesses = (ctx: MemberCtx): SQL => sql`${whoLeads(ctx)} union ${inductionPairs(ctx, 'tutor')}`

/** Who leads the viewer's present school or training group. */
export const whoLeads = ({ viewer, today }: MemberCtx): SQL => sql`
  select grant_.person_id from school_leads grant_ join stints mine on mine.school_id = grant_.school_id
    where mine.person_id = ${viewer} and mine.voided_at is null and ${liveOn('mine', today)} and ${liveOn('grant_', today)}
  union select lead.person_id from group_memberships mine join group_leads lead on lead.group_id = mine.group_id
    where mine.person_id = ${viewer} and mine.voided_at is null and ${liveOn('mine', today)} and ${liveOn('lead', today)}`

/** Whoever is at a school where the viewer is an induction tutor today. */
export const whoIsTutored = (ctx: MemberCtx): SQL => inductionPairs(ctx, 'colleague')

/** An induction tutor and a colleague at one school today: those of the one side whose other side is the viewer. */
const inductionPairs = ({ viewer, today }: MemberCtx, who: 'tutor' | 'colleague'): SQL => sql`
  select ${sql.raw(`${who}.person_id`)} from stints colleague join stints tutor on tutor.school_id = colleague.school_id
    join stint_roles role_ on role_.stint_id = tutor.id and role_.role = 'induction_lead' and role_.voided_at is null
    where ${sql.raw(who === 'tutor' ? 'colleague.person_id' : 'tutor.person_id')} = ${viewer}
      and colleague.voided_at is null and ${liveOn('colleague', today)}
      and tutor.voided_at is null and ${liveOn('tutor', today)} and ${liveOn('role_', today)}`

/** Who is at a school or in a group that the viewer leads: whoever leads does not even learn that they offer anything. */
export const whoIsLed = ({ viewer, today }: MemberCtx): SQL => sql`
  select theirs.person_id from school_leads grant_ join stints theirs on theirs.school_id = grant_.school_id
    where grant_.person_id = ${viewer} and ${liveOn('grant_', today)} and theirs.voided_at is null and ${liveOn('theirs', today)}
  union select theirs.person_id from group_leads lead join group_memberships theirs on theirs.group_id = lead.group_id
    where lead.person_id = ${viewer} and ${liveOn('lead', today)} and theirs.voided_at is null and ${liveOn('theirs', today)}`

/** Who is at a school today where the viewer is too. */
export const atMySchools = ({ viewer, today }: MemberCtx): SQL => sql`
  select theirs.person_id from stints mine
    join schools place on place.id = mine.school_id and place.kind in ('school', 'pending')
    join stints theirs on theirs.school_id = mine.school_id
    where mine.person_id = ${viewer} and mine.voided_at is null and ${liveOn('mine', today)}
      and theirs.voided_at is null and ${liveOn('theirs', today)}`
