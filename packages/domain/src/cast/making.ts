import type { Ctx, Day, MemberCtx } from '@wirearchy/domain'
import type { PartKey } from './cast.ts'
import type { Plan } from './plan.ts'
import type { Random } from './profession/random.ts'

/** The small world while it is being made: the plan, what its numbers became, and who acts when. */
export interface Making {
  ctx: Ctx
  plan: Plan
  random: Random
  people: string[]
  schools: string[]
  groups: Map<string, { id: string; slug: string }>
  /** The context of a person on a day, at nine in the morning. */
  as(person: number, day: Day): MemberCtx
  on(day: Day): Ctx
}

/** Who acts and when: each call a millisecond after the one before, at nine in the morning of its day. */
export function actors(ctx: Ctx) {
  let ticks = 0
  const on = (day: Day): Ctx => ({
    ...ctx,
    today: day,
    now: Date.parse(`${day}T09:00:00Z`) + ticks++,
    correlationId: `seed-${ticks}`,
  })
  return {
    on,
    as(this: Making, person: number, day: Day): MemberCtx {
      return { ...on(day), viewer: this.people[person] as string, actor: 'person' }
    },
  }
}

/** Where somebody of the cast stands among the planned people. */
export const who = ({ plan }: Making, key: PartKey) => plan.people.findIndex(({ part }) => part === key)

/** The id of somebody of the cast. */
export const idOf = (making: Making, key: PartKey) => making.people[who(making, key)] as string
