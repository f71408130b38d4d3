import type { sql } from '@wirearchy/db'
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

export const any = <Item>(dice: Dice, items: Item[]) => items[dice.below(items.length)] as Item
const everyone = ({ people, leads }: Town) => [...people, ...leads]
export const two = (town: Town, dice: Dice): [string, string] => {
  const one = any(dice, everyone(town))
  const others = everyone(town).filter((id) => id !== one)
  return [one, any(dice, others)]
}

export const rowsOf = <Row>(town: Town, query: ReturnType<typeof sql>) => town.store.read.rows<Row>(query)
