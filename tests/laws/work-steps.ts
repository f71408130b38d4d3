import { type SQL, sql } from '@wirearchy/db'
import { addDays } from '@wirearchy/domain'
import {
  acceptClaim,
  addStint,
  cancelMove,
  confirmStint,
  correctStint,
  move,
  objectToClaim,
  removeStint,
  reportJoining,
  reportLeaving,
  settleMove,
  undoMove,
} from '@wirearchy/domain/stint'
import { any, type Dice } from './dice.ts'
import { anyone, drawn, rowsOf, type Step } from './step.ts'
import type { Town } from './town.ts'

export interface Held {
  id: string
  personId: string
  schoolId: string
  startedOn: string
}

const HELD = sql`t.id as id, t.person_id as "personId", t.school_id as "schoolId", t.started_on as "startedOn"`
/** Of a stay or a mentorship (called t): it goes on today. */
export const live = ({ today }: Town) =>
  sql`t.voided_at is null and t.started_on <= ${today()} and coalesce(t.finished_on, '9999-12-31') >= ${today()}`

/** A stay of today, and the lead of its school. */
export async function leadOfOpenStint(town: Town, dice: Dice) {
  const stint = await drawn<Held>(town, dice, 'stints', HELD, live(town))
  const lead = town.leads[town.schools.indexOf(stint?.schoolId ?? '')]
  return stint && lead ? { stint, lead } : null
}

const openClaim = (town: Town, dice: Dice) =>
  drawn<{ id: string; personId: string }>(
    town,
    dice,
    'move_claims',
    sql`t.id as id, t.person_id as "personId"`,
    sql`t.accepted_at is null and t.objected_at is null and t.withdrawn_at is null`,
  )

interface Moving {
  id: string
  personId: string
  startOn: string | null
}

const moveWhere = (town: Town, dice: Dice, where: SQL) =>
  drawn<Moving>(
    ...([town, dice, 'moves', sql`t.id as id, t.person_id as "personId", t.start_on as "startOn"`] as const),
    where,
  )

type Destination = 'school' | 'break' | 'leaving_teaching'

/** Somebody moves from the stay that they have had for longest; anybody when nobody is named. */
export async function moves(town: Town, dice: Dice, destination: Destination, me = anyone(town, dice)) {
  const [open] = await rowsOf<{ id: string }>(
    town,
    sql`select id from stints where person_id = ${me} and voided_at is null and finished_on is null order by no`,
  )
  const startOn = addDays(town.today(), dice.below(60) - 20)
  return move(town.as(me), {
    ...{ destination, schoolId: any(dice, town.schools), startOn },
    leaveOn: addDays(startOn, -1 - dice.below(5)),
    ...{ kind: 'employed', role: null, pattern: 'full_time', besides: dice.chance(0.1) },
    ...(open && !dice.chance(0.02) ? { leaving: [open.id] } : {}),
    telling: {
      ties: 'now',
      groups: 'now',
      old_school: 'now',
      new_school: dice.chance(0.8) ? 'now' : 'never',
    },
  })
}

/** What happens to people's work: stays, moves, what schools say. */
export const WORK_STEPS: Step[] = [
  {
    name: 'somebody adds a stay',
    rate: 30,
    corrects: true,
    run: (town, dice) =>
      addStint(town.as(anyone(town, dice)), {
        ...{ schoolId: any(dice, town.schools), kind: 'employed', role: null, pattern: null },
        startedOn: addDays(town.today(), -dice.below(200)),
        finishedOn: dice.chance(0.3) ? town.today() : null,
      }),
  },
  {
    name: 'somebody moves',
    rate: 110,
    corrects: true,
    run: (town, dice) => moves(town, dice, 'school'),
  },
  {
    name: 'somebody leaves teaching',
    rate: 65,
    corrects: true,
    run: (town, dice) => moves(town, dice, dice.chance(0.2) ? 'break' : 'leaving_teaching'),
  },
  {
    name: 'a school reports somebody leaving',
    rate: 50,
    run: async (town, dice) => {
      const found = await leadOfOpenStint(town, dice)
      if (!found) return null
      const lastDay = addDays(town.today(), dice.below(20))
      return reportLeaving(town.as(found.lead), { stintId: found.stint.id, lastDay })
    },
  },
  {
    name: 'a school reports somebody joining',
    rate: 50,
    run: (town, dice) => {
      const n = dice.below(town.schools.length)
      return reportJoining(town.as(town.leads[n] as string), {
        schoolId: town.schools[n] as string,
        email: `p${1 + dice.below(town.made)}@example.com`,
        startsOn: addDays(town.today(), dice.below(30) - 10),
        ...{ kind: 'employed', role: null, pattern: null },
      })
    },
  },
  {
    name: 'two schools report one move, with days of their own',
    rate: 20,
    run: async (town, dice) => {
      const found = await leadOfOpenStint(town, dice)
      const n = dice.below(town.schools.length)
      const [account] = await rowsOf<{ email: string }>(
        town,
        sql`select e.email as email from account_emails e join accounts a on a.id = e.account_id where a.person_id = ${found?.stint.personId ?? ''} and e.retired_on is null`,
      )
      if (!found || !account) return null
      const startsOn = addDays(town.today(), 1 + dice.below(12))
      const leaves = { stintId: found.stint.id, lastDay: addDays(startsOn, dice.below(9) - 5) }
      await reportLeaving(town.as(found.lead), leaves)
      return reportJoining(town.as(town.leads[n] as string), {
        ...{ schoolId: town.schools[n] as string, email: account.email, startsOn },
        ...{ kind: 'employed', role: null, pattern: null },
      })
    },
  },
  {
    name: 'a school confirms a stay',
    rate: 120,
    run: async (town, dice) => {
      const found = await leadOfOpenStint(town, dice)
      return found && confirmStint(town.as(found.lead), { stintId: found.stint.id })
    },
  },
  {
    name: 'the person accepts what a school said',
    rate: 50,
    corrects: true,
    run: async (town, dice) => {
      const claim = await openClaim(town, dice)
      return claim && acceptClaim(town.as(claim.personId), { claimId: claim.id })
    },
  },
  {
    name: 'the person objects to what a school said',
    rate: 10,
    corrects: true,
    run: async (town, dice) => {
      const claim = await openClaim(town, dice)
      return claim && objectToClaim(town.as(claim.personId), { claimId: claim.id })
    },
  },
  {
    name: 'a move is undone or cancelled',
    rate: 15,
    corrects: true,
    run: async (town, dice) => {
      const isFresh = dice.chance(0.5)
      const ahead = sql`t.state = 'announced' and t.start_on > ${town.today()}`
      const found = await moveWhere(town, dice, isFresh ? sql`t.undo_until > ${town.tick()}` : ahead)
      if (!found) return null
      return (isFresh ? undoMove : cancelMove)(town.as(found.personId), { moveId: found.id })
    },
  },
  {
    name: 'the person settles a conflict',
    rate: 15,
    corrects: true,
    run: async (town, dice) => {
      const found = await moveWhere(town, dice, sql`t.state = 'conflict'`)
      const startOn = addDays(found?.startOn ?? town.today(), dice.below(5))
      return (
        found &&
        settleMove(town.as(found.personId), {
          ...{ moveId: found.id, startOn, leaveOn: addDays(startOn, -1), besides: false },
        })
      )
    },
  },
  {
    name: 'somebody puts a stay right',
    rate: 15,
    corrects: true,
    run: async (town, dice) => {
      const stint = await drawn<Held>(town, dice, 'stints', HELD, live(town))
      if (!stint) return null
      const startedOn = addDays(stint.startedOn, dice.below(9) - 4)
      const kept = { stintId: stint.id, role: null, pattern: null, startedOn, finishedOn: null }
      return correctStint(town.as(stint.personId), kept)
    },
  },
  {
    name: 'somebody takes a stay back',
    rate: 5,
    corrects: true,
    run: async (town, dice) => {
      const stint = await drawn<Held>(town, dice, 'stints', HELD, live(town))
      return stint && removeStint(town.as(stint.personId), { stintId: stint.id })
    },
  },
]
