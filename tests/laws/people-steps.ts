import { sql } from '@wirearchy/db'
import { answer, ask, end } from '@wirearchy/domain/connection'
import { deferMembership, join, leaveGroup, voidMembership } from '@wirearchy/domain/group'
import { endPause, erase, hidePrevious, rename, setAudience, startPause } from '@wirearchy/domain/person'
import { block, unblock } from '@wirearchy/domain/safety'
import { sight } from '@wirearchy/domain/visibility'
import { any, type Dice, nameOf } from './dice.ts'
import { anyone, drawn, rowsOf, type Step } from './step.ts'
import type { Town } from './town.ts'

interface Member {
  id: string
  personId: string
  slug: string
}

const member = (town: Town, dice: Dice, where: ReturnType<typeof sql>) =>
  drawn<Member>(
    town,
    dice,
    'group_memberships',
    sql`t.id as id, t.person_id as "personId", (select slug from groups where id = t.group_id) as slug`,
    where,
  )

/** Somebody whom a person sees now, other than themselves. */
async function seenBy(town: Town, dice: Dice, me: string) {
  const seen = await rowsOf<{ id: string }>(
    town,
    sql`select p.id as id from (${sight(town.as(me))}) seen join people p on p.id = seen.person_id where p.id <> ${me} order by p.no`,
  )
  return seen.length > 0 ? any(dice, seen).id : null
}

/** Groups whose course is not over. */
const running = ({ groups, today }: Town) => groups.filter(({ finishedOn }) => finishedOn > today())

/** What happens in training groups. */
const GROUP_STEPS: Step[] = [
  {
    name: 'somebody joins a group',
    rate: 60,
    run: (town, dice) => join(town.as(anyone(town, dice)), { code: any(dice, running(town)).code }),
  },
  {
    name: 'somebody leaves a group',
    rate: 15,
    corrects: true,
    run: async (town, dice) => {
      const found = await member(town, dice, sql`t.outcome is null and t.voided_at is null`)
      return found && leaveGroup(town.as(found.personId), { slug: found.slug })
    },
  },
  {
    name: 'somebody defers',
    rate: 15,
    corrects: true,
    run: async (town, dice) => {
      const open = sql`t.outcome is null and t.voided_at is null and t.started_on < ${town.today()} and t.finished_on >= ${town.today()}`
      const found = await member(town, dice, open)
      return found && deferMembership(town.as(found.personId), { slug: found.slug, lastDay: town.today() })
    },
  },
  {
    name: 'somebody carries on after deferring',
    rate: 15,
    run: async (town, dice) => {
      const deferred = sql`t.outcome = 'deferred' and t.voided_at is null and t.finished_on < ${town.today()}`
      const found = await member(town, dice, deferred)
      const { code } = any(dice, running(town))
      const carriesOn = { code, startedOn: town.today(), resumesId: found?.id ?? '' }
      return found && join(town.as(found.personId), carriesOn)
    },
  },
  {
    name: 'a lead takes out somebody added by mistake',
    rate: 2,
    corrects: true,
    run: async (town, dice) => {
      const found = await member(town, dice, sql`t.voided_at is null`)
      const [lead] = await rowsOf<{ id: string }>(
        town,
        sql`select l.person_id as id from group_leads l join groups g on g.id = l.group_id where g.slug = ${found?.slug ?? ''} and l.finished_on is null`,
      )
      if (!found || !lead) return null
      const { slug, personId } = found
      return voidMembership(town.as(lead.id), { slug, personId, reason: 'another_person' })
    },
  },
]

/** What people are to each other. */
const BETWEEN_STEPS: Step[] = [
  {
    name: 'somebody asks to connect',
    rate: 120,
    run: async (town, dice) => {
      const me = anyone(town, dice)
      const other = await seenBy(town, dice, me)
      return other && ask(town.as(me), { personId: other, sentence: 'We met.' })
    },
  },
  {
    name: 'somebody answers',
    rate: 120,
    run: async (town, dice) => {
      const open = await drawn<{ id: string; toId: string }>(
        ...([town, dice, 'connection_requests', sql`t.id as id, t.to_id as "toId"`] as const),
        sql`t.state = 'open'`,
      )
      if (!open) return null
      const said = dice.chance(0.7) ? 'yes' : 'no'
      return answer(town.as(open.toId), { requestId: open.id, answer: said })
    },
  },
  {
    name: 'two people end their connection',
    rate: 10,
    run: async (town, dice) => {
      const open = await drawn<{ lo: string; hi: string }>(
        ...([town, dice, 'connections', sql`t.person_lo as lo, t.person_hi as hi`] as const),
        sql`t.finished_on is null and t.voided_at is null`,
      )
      return open && end(town.as(open.lo), { personId: open.hi })
    },
  },
  {
    name: 'somebody blocks somebody',
    rate: 10,
    run: async (town, dice) => {
      const me = anyone(town, dice)
      const other = await seenBy(town, dice, me)
      return other && block(town.as(me), { personId: other })
    },
  },
  {
    name: 'somebody unblocks somebody',
    rate: 4,
    run: async (town, dice) => {
      const open = await drawn<{ by: string; of: string }>(
        ...([town, dice, 'blocks', sql`t.blocker_id as by, t.blocked_id as of`] as const),
        sql`t.lifted_at is null`,
      )
      return open && unblock(town.as(open.by), { personId: open.of })
    },
  },
]

const LEVELS = ['only_me', 'ties', 'groups', 'schools', 'members'] as const

/** What people say of themselves. */
const OWN_STEPS: Step[] = [
  {
    name: 'somebody takes a new name',
    rate: 20,
    run: (town, dice) => {
      town.made += 1
      return rename(town.as(anyone(town, dice)), { name: nameOf(town.made), hidePrevious: dice.chance(0.3) })
    },
  },
  {
    name: 'somebody hides or shows earlier names',
    rate: 5,
    run: (town, dice) => hidePrevious(town.as(anyone(town, dice)), { hidden: dice.chance(0.7) }),
  },
  {
    name: 'somebody pauses',
    rate: 40,
    run: (town, dice) =>
      startPause(town.as(anyone(town, dice)), {
        ...{ startedOn: town.today(), expectedReturnOn: null, audience: 'only_me' },
      }),
  },
  {
    name: 'somebody is back',
    rate: 40,
    run: async (town, dice) => {
      const open = await drawn<{ personId: string }>(
        ...([town, dice, 'pauses', sql`t.person_id as "personId"`] as const),
        sql`t.finished_on is null and t.voided_at is null`,
      )
      return open && endPause(town.as(open.personId), { finishedOn: town.today() })
    },
  },
  {
    name: 'somebody says who may see where they are',
    rate: 40,
    run: (town, dice) =>
      setAudience(town.as(anyone(town, dice)), {
        current_school: any(dice, LEVELS),
        past_stints: any(dice, LEVELS),
        two_hops: any(dice, ['only_me', 'groups', 'members'] as const),
      }),
  },
  {
    name: 'somebody is erased',
    rate: 1,
    run: async (town, dice) => {
      if (town.people.length === 0) return null
      const personId = any(dice, town.people)
      const erased = await erase(town.ctx(), { personId, reason: 'Asked to be forgotten.' })
      town.people.splice(town.people.indexOf(personId), 1)
      return erased
    },
  },
]

/** What happens between people: groups, connections, blocks, names, breaks. */
export const PEOPLE_STEPS: Step[] = [...GROUP_STEPS, ...BETWEEN_STEPS, ...OWN_STEPS]
