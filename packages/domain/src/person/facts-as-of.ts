import { sql } from '@wirearchy/db'
import type { Ctx, Day, Span } from '@wirearchy/domain'
import { covers } from '@wirearchy/domain'
import type { Role } from './choices.ts'
import type { PersonFacts, Stay } from './facts.ts'
import { roleWord } from './words.ts'

/**
 * The same facts as they stood on an earlier day: what had begun by then, each thing with the end it had then. What
 * people say of themselves has no dates and is left out. Others read of a role or a break only what they may read today:
 * a stay's latest role if it had begun, and a break that goes on.
 */
export async function factsAsOf(ctx: Ctx, facts: PersonFacts, on: Day): Promise<PersonFacts> {
  if (on === facts.today) return facts
  const isMe = facts.id === ctx.viewer
  const roles = await rolesOf(ctx, facts.id)
  const roleOn = (stay: Stay) => {
    const held = roles.filter(({ stintId }) => stintId === stay.id)
    const known = isMe ? held : held.slice(-1)
    const then = known.findLast(({ startedOn }) => startedOn <= on)
    return then ? roleWord(then.role, then.nation) : null
  }
  const begun = <Row extends Span>(rows: Row[]) =>
    rows.filter(({ startedOn }) => startedOn <= on).map((row) => endedBy(row, on))
  return {
    ...facts,
    profile: null,
    today: on,
    stays: begun(facts.stays).map((stay) => ({ ...stay, role: roleOn(stay) })),
    pauses: begun(facts.pauses.filter((pause) => isMe || covers(pause, facts.today))),
  }
}

/** An end that was not over on the day had not come. */
const endedBy = <Row extends Span>(row: Row, on: Day): Row =>
  row.finishedOn !== null && row.finishedOn < on ? row : { ...row, finishedOn: null }

const rolesOf = ({ store }: Ctx, personId: string) =>
  store.read.rows<{ stintId: string; role: Role; startedOn: Day; nation: string | null }>(sql`
    select r.stint_id as "stintId", r.role as role, r.started_on as "startedOn", place.nation as nation
    from stints s join stint_roles r on r.stint_id = s.id and r.voided_at is null
    join schools place on place.id = s.school_id
    where s.person_id = ${personId} and s.voided_at is null order by r.started_on, r.id`)
