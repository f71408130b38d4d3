/** Chance that a seed decides: the same throws for the same seed, everywhere. */
export interface Dice {
  /** A whole number from 0 to below n. */
  below(n: number): number
  chance(share: number): boolean
}

/** Dice of a seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let at = seed >>> 0
  const next = () => {
    at = (at + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { below: (n) => Math.floor(next() * n), chance: (share) => next() < share }
}

/** Dice that a history's own numbers move alone, so that a failure shrinks and replays. */
export function diceOfNumbers(numbers: number[]): Dice {
  let at = 0
  const next = () => (numbers[at++ % numbers.length] as number) / 2 ** 31
  return { below: (n) => Math.floor(next() * n), chance: (share) => next() < share }
}

export const any = <Item>(dice: Dice, items: readonly Item[]) => items[dice.below(items.length)] as Item

const SOUNDS = [...'bdfgklmnprstvz'].flatMap((first) => [...'aeiou'].map((second) => first + second))

/** A name that only one number has, and that lies in no other number's name. */
export function nameOf(n: number) {
  const sound = (at: number) => SOUNDS[Math.floor(n / SOUNDS.length ** at) % SOUNDS.length] as string
  const word = (parts: string[]) => (parts.join('')[0] as string).toUpperCase() + parts.join('').slice(1)
  return `${word([sound(3), sound(2)])} ${word([sound(1), sound(0), 'sson'])}`
}
