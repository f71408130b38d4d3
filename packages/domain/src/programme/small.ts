import type { PairRow } from './runs.ts'

const [FIVES, UNKNOWN] = [5, 4]

/**
 * A figure about what people wished for as a lead may read it: rounded down to fives, and always at least four short of
 * everybody, so that no line of a run tells what somebody wished for, nor does a line changed and counted again. Null
 * when that leaves too few to speak of.
 * @param of how many people it could be true of
 */
export function roughly(count = 0, of = 0): number | null {
  const sure = Math.floor(Math.min(count, of - UNKNOWN) / FIVES) * FIVES
  return sure >= FIVES ? sure : null
}

/** What figures say of a line: whether its lead held the two together, or made the pair by hand. */
export type Made = Pick<PairRow, 'isLocked' | 'overriddenById'>

/**
 * A run's figures for its lead. About wishes they say "so many or more", never who. `blockingPairs` is what the independent
 * check found in a run as the matching made it (0, or there is no run), and null where a lead held or made pairs: any count
 * of those would tell, line by line, who would rather have whom.
 */
export function figuresShown(figures: Record<string, number>, lines: Made[]) {
  const of = (name: string) => figures[name] ?? 0
  const got = (name: string) => roughly(figures[name], figures.wished)
  const byHand = lines.filter(({ overriddenById }) => overriddenById !== null).length
  const held = lines.filter(({ isLocked }) => isLocked).length
  return {
    ...{ mentees: of('mentees'), mentors: of('mentors'), places: of('places'), matched: of('matched') },
    ...{ unmatched: of('unmatched'), freePlaces: of('freePlaces'), ms: of('ms') },
    ...{ held, byHand, blockingPairs: held + byHand === 0 ? of('blockingPairs') : null },
    wished: roughly(figures.wished, figures.mentees),
    firstChoice: got('firstChoice'),
    secondChoice: got('secondChoice'),
    thirdChoice: got('thirdChoice'),
    laterChoice: got('laterChoice'),
  }
}
