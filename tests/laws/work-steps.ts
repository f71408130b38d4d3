import { sql } from '@wirearchy/db'
import { addDays } from '@wirearchy/domain'
import {
  acceptClaim,
  addStint,
  cancelMove,
  confirmStint,
  keepAsInformalMentor,
  move,
  objectToClaim,
  reportJoining,
  reportLeaving,
  settleClaims,
  startMentorship,
  undoMove,
} from '@wirearchy/domain/stint'
import { any, type Dice, rowsOf, type Step } from './step.ts'
import type { Town } from './town.ts'

async function leadOfOpenStint(town: Town, dice: Dice) {
  const stints = await rowsOf<{ id: string; schoolId: string; confidence: string }>(
    town,
    sql`select id, school_id as "schoolId", confidence from stints where voided_at is null and started_on <= ${town.today()} and coalesce(finished_on, '9999-12-31') >= ${town.today()} order by no`,
  )
  const stint = any(dice, stints)
  return { stint, lead: town.leads[town.schools.indexOf(stint.schoolId)] as string }
}

const anOpen = async (town: Town, dice: Dice, table: 'move_claims' | 'moves') => {
  const rows = await rowsOf<{ id: string; personId: string }>(
    town,
    table === 'moves'
      ? sql`select id, person_id as "personId" from moves where state in ('announced', 'half_reported', 'complete', 'conflict') order by id`
      : sql`select id, person_id as "personId" from move_claims where accepted_at is null and objected_at is null and withdrawn_at is null order by id`,
  )
  return rows.length > 0 ? any(dice, rows) : null
}

/** What happens to people's work: stays, moves, what schools say, mentoring. */
export const WORK_STEPS: Step[] = [
  { name: 'days pass', run: async (town, dice) => town.pass(1 + dice.below(40)) },
  {
    name: 'somebody adds a stay',
    run: (town, dice) =>
      addStint(town.as(any(dice, town.people)), {
        schoolId: any(dice, town.schools),
        kind: 'employed',
        role: null,
        pattern: null,
        startedOn: addDays(town.today(), -dice.below(200)),
        finishedOn: null,
      }),
  },
  {
    name: 'somebody moves',
    run: async (town, dice) => {
      const me = any(dice, town.people)
      const [open] = await rowsOf<{ id: string }>(
        town,
        sql`select id from stints where person_id = ${me} and voided_at is null and finished_on is null order by no`,
      )
      const startOn = addDays(town.today(), dice.below(60) - 20)
      return move(town.as(me), {
        ...{
          destination: dice.chance(0.8) ? 'school' : 'break',
          schoolId: any(dice, town.schools),
          startOn,
          leaveOn: addDays(startOn, -1 - dice.below(5)),
          kind: 'employed',
          role: null,
          pattern: 'full_time',
          besides: dice.chance(0.15),
        },
        ...(open ? { leaving: [open.id] } : {}),
        telling: { ties: 'now', groups: 'now', old_school: 'now', new_school: 'now' },
      })
    },
  },
  {
    name: 'a school reports somebody leaving',
    run: async (town, dice) => {
      const { stint, lead } = await leadOfOpenStint(town, dice)
      return reportLeaving(town.as(lead), {
        stintId: stint.id,
        lastDay: addDays(town.today(), dice.below(20)),
      })
    },
  },
  {
    name: 'a school reports somebody joining',
    run: (town, dice) => {
      const n = dice.below(town.schools.length)
      return reportJoining(town.as(town.leads[n] as string), {
        schoolId: town.schools[n] as string,
        email: `p${dice.below(town.people.length)}@example.com`,
        startsOn: addDays(town.today(), dice.below(30) - 10),
        kind: 'employed',
        role: null,
        pattern: null,
      })
    },
  },
  {
    name: 'a school confirms a stay',
    run: async (town, dice) => {
      const { stint, lead } = await leadOfOpenStint(town, dice)
      return confirmStint(town.as(lead), { stintId: stint.id })
    },
  },
  {
    name: 'the person accepts what a school said',
    run: async (town, dice) => {
      const claim = await anOpen(town, dice, 'move_claims')
      return claim === null ? null : acceptClaim(town.as(claim.personId), { claimId: claim.id })
    },
  },
  {
    name: 'the person objects to what a school said',
    takesBack: true,
    run: async (town, dice) => {
      const claim = await anOpen(town, dice, 'move_claims')
      return claim === null ? null : objectToClaim(town.as(claim.personId), { claimId: claim.id })
    },
  },
  { name: 'the clock accepts what nobody objected to', run: (town) => settleClaims(town.ctx()) },
  {
    name: 'a move is undone or cancelled',
    takesBack: true,
    run: async (town, dice) => {
      const found = await anOpen(town, dice, 'moves')
      if (!found) return null
      const verb = dice.chance(0.5) ? undoMove : cancelMove
      return verb(town.as(found.personId), { moveId: found.id })
    },
  },
  {
    name: 'a mentorship begins',
    run: async (town, dice) => {
      const { stint, lead } = await leadOfOpenStint(town, dice)
      const [own] = await rowsOf<{ id: string }>(
        town,
        sql`select id from stints where person_id = ${lead} and school_id = ${stint.schoolId} and voided_at is null and finished_on is null`,
      )
      return startMentorship(town.as(lead), {
        mentorStintId: own?.id ?? '',
        menteeStintId: stint.id,
        startsOn: town.today(),
      })
    },
  },
  {
    name: 'an ended mentorship goes on informally',
    run: async (town, dice) => {
      const ended = await rowsOf<{ id: string; mentorId: string }>(
        town,
        sql`select id, mentor_id as "mentorId" from mentorships where kind = 'statutory' and finished_on < ${town.today()} and voided_at is null order by no`,
      )
      return (
        ended.length > 0 &&
        keepAsInformalMentor(town.as(any(dice, ended).mentorId), { mentorshipId: any(dice, ended).id })
      )
    },
  },
]
