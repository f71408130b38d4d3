/** The fewest people that a figure about wishes speaks of: below it, it would speak of somebody. */
const FEWEST = 5

/** A figure about what people wished for as a lead may read it: null when it is of fewer than five people. */
export const hidden = (count: number | undefined): number | null =>
  count !== undefined && count >= FEWEST ? count : null

/** A run's figures for its lead: how many were put with their first choice, never who. */
export function figuresShown(figures: Record<string, number>) {
  const of = (name: string) => figures[name] ?? 0
  return {
    ...{ mentees: of('mentees'), mentors: of('mentors'), places: of('places'), matched: of('matched') },
    ...{ unmatched: of('unmatched'), freePlaces: of('freePlaces'), blockingPairs: of('blockingPairs') },
    ms: of('ms'),
    wished: hidden(figures.wished),
    firstChoice: hidden(figures.firstChoice),
    secondChoice: hidden(figures.secondChoice),
    thirdChoice: hidden(figures.thirdChoice),
    laterChoice: hidden(figures.laterChoice),
  }
}
