import { type SQL, sql } from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'
import { saveOffer } from '@wirearchy/domain/mentoring'
import { SaveOffer, UNITS } from '@wirearchy/domain/mentoring/input'
import { accept, send } from '@wirearchy/domain/request'
import { Send } from '@wirearchy/domain/request/input'
import { finishMentoring } from '@wirearchy/domain/space'
import { keepAsInformalMentor, startMentorship } from '@wirearchy/domain/stint'
import { sight } from '@wirearchy/domain/visibility'
import { any, type Dice } from './dice.ts'
import { anyone, drawn, everyone, rowsOf, type Step } from './step.ts'
import type { Town } from './town.ts'
import { leadOfOpenStint, live, moves } from './work-steps.ts'

interface Chapter {
  id: string
  mentorId: string
  menteeId: string
}

/** A chapter of two people (called t) neither of whom keeps the other out. */
async function chapter(town: Town, dice: Dice, where: SQL): Promise<Chapter | null> {
  const columns = sql`t.id as id, t.mentor_id as "mentorId", t.mentee_id as "menteeId"`
  const apart = sql`select 1 from blocks b where b.lifted_at is null
    and t.mentor_id in (b.blocker_id, b.blocked_id) and t.mentee_id in (b.blocker_id, b.blocked_id)`
  return drawn(
    ...([town, dice, 'mentorships', columns] as const),
    sql`t.voided_at is null and not exists (${apart}) and ${where}`,
  )
}

/** One of the two who is here still; null when neither is. */
function eitherOf(town: Town, dice: Dice, { mentorId, menteeId }: Chapter) {
  const here = everyone(town).filter((id) => id === mentorId || id === menteeId)
  return here.length > 0 ? any(dice, here) : null
}

/** While a clock is set back, what has begun has not; what one of two ends then never was. */
const isSetBack = (town: Town) => town.today() < town.latest()

/** Whom somebody could ask: those who see them and are here still. */
async function askersOf(town: Town, mentorId: string) {
  const seen = await rowsOf<{ id: string }>(
    town,
    sql`select p.id as id from (${sight(town.as(mentorId))}) seen join people p on p.id = seen.person_id
      where p.id <> ${mentorId} order by p.no`,
  )
  const here = new Set(everyone(town))
  return seen.map(({ id }) => id).filter((id) => here.has(id))
}

const offerOf = (dice: Dice) =>
  SaveOffer.parse({
    ...{ topics: ['planning'], ways: ['online'], noticeHours: 24 },
    ...{ places: { question: 2, call: 1, half_term: 1 + dice.below(2), year: 1 } },
  })

/** The latest of two people's chapters was a school's, is over, and neither of them ended it. */
const MAY_BE_KEPT = ({ today }: Town) => sql`t.kind = 'statutory' and t.finished_on < ${today()}
  and coalesce(t.end_reason, '') not in ('by_mentor', 'by_mentee')
  and not exists (select 1 from mentorships later where later.mentor_id = t.mentor_id
    and later.mentee_id = t.mentee_id and later.voided_at is null and later.id <> t.id
    and (later.finished_on is null or later.started_on >= t.started_on))`

/** Mentoring as schools arrange it, as two people begin it, and what becomes of it. */
export const MENTORING_STEPS: Step[] = [
  {
    name: 'a mentorship begins',
    rate: 80,
    run: async (town, dice) => {
      const found = await leadOfOpenStint(town, dice)
      if (!found) return null
      const own = await rowsOf<{ id: string }>(
        town,
        sql`select t.id as id from stints t where t.school_id = ${found.stint.schoolId} and t.person_id <> ${found.stint.personId} and ${live(town)} order by t.no limit 5`,
      )
      const mentorStintId = own.length > 0 ? any(dice, own).id : ''
      const startsOn = town.today()
      return startMentorship(town.as(found.lead), { mentorStintId, menteeStintId: found.stint.id, startsOn })
    },
  },
  {
    name: 'somebody asks for support, and a mentor says yes',
    rate: 60,
    run: async (town, dice) => {
      const mentorId = anyone(town, dice)
      const askers = await askersOf(town, mentorId)
      if (askers.length === 0) return null
      await saveOffer(town.as(mentorId), offerOf(dice))
      const [unit, asker] = [any(dice, UNITS), town.as(any(dice, askers))]
      const asked = { unit, need: 'Where do I begin?', mentorIds: [mentorId] }
      return accept(town.as(mentorId), await send(asker, Send.parse(asked)))
    },
  },
  {
    name: 'one of two ends their mentoring',
    rate: 25,
    run: async (town, dice) => {
      const found = isSetBack(town) ? null : await chapter(town, dice, live(town))
      const who = found && eitherOf(town, dice, found)
      if (!who) return null
      const words = { sentence: 'Thank you for this year.', thanks: null, reason: null, askAgain: false }
      return finishMentoring(town.as(who), { mentorshipId: found.id, ...words })
    },
  },
  {
    name: 'one of two moves while their mentoring goes on',
    rate: 25,
    corrects: true,
    run: async (town, dice) => {
      const found = await chapter(town, dice, live(town))
      const who = found && eitherOf(town, dice, found)
      return who && moves(town, dice, 'school', who)
    },
  },
  {
    name: 'an ended mentorship goes on informally',
    rate: 25,
    run: async (town, dice) => {
      const ended = await chapter(town, dice, MAY_BE_KEPT(town))
      const who = ended && eitherOf(town, dice, ended)
      if (!who) return null
      return keepAsInformalMentor(town.as(who), { mentorshipId: ended.id }).catch((error) => {
        if (error instanceof Problem) throw new Error(`6.2: two who may go on were told: ${error.message}`)
        throw error
      })
    },
  },
]
