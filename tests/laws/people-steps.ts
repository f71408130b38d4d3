import { sql } from '@wirearchy/db'
import { answer, ask, end } from '@wirearchy/domain/connection'
import { deferMembership, join, leaveGroup, resumeIn } from '@wirearchy/domain/group'
import { endPause, rename, startPause } from '@wirearchy/domain/person'
import { block, unblock } from '@wirearchy/domain/safety'
import { sight } from '@wirearchy/domain/visibility'
import { any, rowsOf, type Step, two } from './step.ts'

/** What happens between people: groups, connections, blocks, names, breaks. */
export const PEOPLE_STEPS: Step[] = [
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
