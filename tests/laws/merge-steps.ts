import { sql } from '@wirearchy/db'
import { mergeAsOperator, undoAsOperator } from '@wirearchy/domain/merge'
import { any, type Dice } from './dice.ts'
import { rowsOf, type Step } from './step.ts'
import type { Town } from './town.ts'

/** Two records of one person that were made one. */
export interface Merged {
  mergeId: string
  loserId: string
  winnerId: string
}

/** Two people, most often of one group: where one person is written down twice. */
async function twoRecords(town: Town, dice: Dice) {
  if (town.people.length < 2) return null
  const winnerId = any(dice, town.people)
  const near = await rowsOf<{ id: string }>(
    town,
    sql`select distinct theirs.person_id as id, p.no as no from group_memberships mine
      join group_memberships theirs on theirs.group_id = mine.group_id and theirs.person_id <> mine.person_id
      join people p on p.id = theirs.person_id and p.status = 'active'
      where mine.person_id = ${winnerId} order by p.no`,
  )
  const others = near.map(({ id }) => id).filter((id) => town.people.includes(id))
  const loserId = others.length > 0 && dice.chance(0.7) ? any(dice, others) : any(dice, town.people)
  return loserId === winnerId ? null : { winnerId, loserId }
}

async function merge(town: Town, dice: Dice) {
  const two = await twoRecords(town, dice)
  if (!two) return null
  const { mergeId } = await mergeAsOperator(town.ctx(), { ...two, reason: 'She wrote from both addresses.' })
  town.people.splice(town.people.indexOf(two.loserId), 1)
  const merged = { mergeId, ...two }
  town.merged.push(merged)
  return merged
}

async function part(town: Town, merged: Merged) {
  await undoAsOperator(town.ctx(), { mergeId: merged.mergeId })
  town.merged.splice(town.merged.indexOf(merged), 1)
  town.people.push(merged.loserId)
  return merged
}

/** One person with two records, and two people with one. */
export const MERGE_STEPS: Step[] = [
  { name: 'two records become one', rate: 2, ofRecords: 'joined', run: merge },
  {
    name: 'two records are parted again',
    rate: 1,
    ofRecords: 'parted',
    run: async (town, dice) => (town.merged.length > 0 ? part(town, any(dice, town.merged)) : null),
  },
  {
    name: 'two records become one, and are parted at once',
    rate: 2,
    ofRecords: 'as before',
    run: async (town, dice) => {
      const merged = await merge(town, dice)
      return merged && part(town, merged)
    },
  },
]
