import { sql } from '@wirearchy/db'
import { addDays, Problem } from '@wirearchy/domain'
import { answer, ask, end } from '@wirearchy/domain/connection'
import { createGroup, deferMembership, join, leaveGroup, makeLink, resumeIn } from '@wirearchy/domain/group'
import { endPause, rename, startPause } from '@wirearchy/domain/person'
import { block, unblock } from '@wirearchy/domain/safety'
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
import { sight } from '@wirearchy/domain/visibility'
import type { Town } from './town.ts'

export interface Dice {
  below(n: number): number
  chance(share: number): boolean
}

/** One thing that may happen. Its name says what the laws expect of it. */
export interface Step {
  name: string
  /** True when it takes something back or hides it, so that ties may shrink by it. */
  takesBack?: true
  run(town: Town, dice: Dice, group: { slug: string; code: string }[]): Promise<unknown>
}

const any = <Item>(dice: Dice, items: Item[]) => items[dice.below(items.length)] as Item
const everyone = ({ people, leads }: Town) => [...people, ...leads]
const two = (town: Town, dice: Dice): [string, string] => {
  const one = any(dice, everyone(town))
  const others = everyone(town).filter((id) => id !== one)
  return [one, any(dice, others)]
}

const rowsOf = <Row>(town: Town, query: ReturnType<typeof sql>) => town.store.read.rows<Row>(query)

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

export const STEPS: Step[] = [
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
  {
    name: 'somebody joins a group',
    run: (town, dice, groups) => join(town.as(any(dice, town.people)), { code: any(dice, groups).code }),
  },
  {
    name: 'somebody leaves a group',
    run: (town, dice, groups) =>
      leaveGroup(town.as(any(dice, town.people)), { slug: any(dice, groups).slug }),
  },
  {
    name: 'somebody defers',
    run: async (town, dice, groups) => {
      const there = await rowsOf<{ personId: string }>(
        town,
        sql`select person_id as "personId" from group_memberships where outcome is null and started_on < ${town.today()} order by no`,
      )
      return there.length > 0
        ? deferMembership(town.as(any(dice, there).personId), {
            slug: groups[0]?.slug ?? '',
            lastDay: town.today(),
          })
        : null
    },
  },
  {
    name: 'somebody carries on after deferring',
    run: async (town, dice, groups) => {
      const deferred = await rowsOf<{ personId: string }>(
        town,
        sql`select person_id as "personId" from group_memberships where outcome = 'deferred' order by no`,
      )
      const lead = town.as(town.leads[0] as string)
      return deferred.length > 0
        ? resumeIn(lead, {
            slug: groups[1]?.slug ?? '',
            personId: any(dice, deferred).personId,
            startedOn: town.today(),
          })
        : null
    },
  },
  {
    name: 'somebody asks to connect',
    run: async (town, dice) => {
      const me = town.as(any(dice, town.people))
      const seen = await rowsOf<{ id: string }>(
        town,
        sql`select person_id as id from (${sight(me)}) seen where person_id <> ${me.viewer} order by 1`,
      )
      return seen.length > 0 ? ask(me, { personId: any(dice, seen).id, sentence: 'We met.' }) : null
    },
  },
  {
    name: 'somebody answers',
    run: async (town, dice) => {
      const open = await rowsOf<{ id: string; toId: string }>(
        town,
        sql`select id, to_id as "toId" from connection_requests where state = 'open' order by id`,
      )
      if (open.length === 0) return null
      const request = any(dice, open)
      return answer(town.as(request.toId), { requestId: request.id, answer: dice.chance(0.7) ? 'yes' : 'no' })
    },
  },
  {
    name: 'two people end their connection',
    run: async (town, dice) => {
      const open = await rowsOf<{ lo: string; hi: string }>(
        town,
        sql`select person_lo as lo, person_hi as hi from connections where finished_on is null and voided_at is null order by no`,
      )
      return open.length > 0 ? end(town.as(any(dice, open).lo), { personId: any(dice, open).hi }) : null
    },
  },
  {
    name: 'somebody blocks somebody',
    takesBack: true,
    run: (town, dice) => {
      const [one, other] = two(town, dice)
      return block(town.as(one), { personId: other })
    },
  },
  {
    name: 'somebody unblocks somebody',
    run: async (town, dice) => {
      const open = await rowsOf<{ by: string; of: string }>(
        town,
        sql`select blocker_id as by, blocked_id as of from blocks where lifted_at is null order by id`,
      )
      const one = open.length > 0 ? any(dice, open) : null
      return one && unblock(town.as(one.by), { personId: one.of })
    },
  },
  {
    name: 'somebody takes a new name',
    run: (town, dice) =>
      rename(town.as(any(dice, town.people)), {
        name: `Newname ${dice.below(1000)}x`.replace(/\d/g, (d) => 'abcdefghij'[Number(d)] as string),
        hidePrevious: dice.chance(0.3),
      }),
  },
  {
    name: 'somebody pauses',
    run: (town, dice) =>
      startPause(town.as(any(dice, town.people)), {
        startedOn: town.today(),
        expectedReturnOn: null,
        audience: 'only_me',
      }),
  },
  {
    name: 'somebody is back',
    run: (town, dice) => endPause(town.as(any(dice, town.people)), { finishedOn: town.today() }),
  },
]

/** Two groups that people can join, one a year after the other. */
export async function makeGroups(town: Town) {
  const lead = town.leads[0] as string
  const made: { slug: string; code: string }[] = []
  for (const [name, startedOn, finishedOn] of [
    ['First', addDays(town.today(), -30), addDays(town.today(), 300)],
    ['Second', addDays(town.today(), 100), addDays(town.today(), 500)],
  ] as const) {
    const { slug } = await createGroup(town.as(lead), {
      provider: 'Town',
      name,
      route: null,
      subject: null,
      phase: null,
      nation: null,
      startedOn,
      finishedOn,
      iTrainHere: false,
    })
    const link = await makeLink(town.as(lead), { slug, days: 365, subgroup: null })
    made.push({ slug, code: link.code })
  }
  return made
}

/** Runs a step; a refusal is an answer, anything else is a fault. */
export async function take(step: Step, town: Town, dice: Dice, groups: { slug: string; code: string }[]) {
  try {
    return (await step.run(town, dice, groups)) === null ? ('nothing to do' as const) : ('done' as const)
  } catch (error) {
    if (error instanceof Problem) return 'refused' as const
    throw error
  }
}
