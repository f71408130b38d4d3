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

/** A run's figures for its lead. About wishes they say "so many or more", never who. */
export function figuresShown(figures: Record<string, number>) {
  const of = (name: string) => figures[name] ?? 0
  const got = (name: string) => roughly(figures[name], figures.wished)
  return {
    ...{ mentees: of('mentees'), mentors: of('mentors'), places: of('places'), matched: of('matched') },
    ...{ unmatched: of('unmatched'), freePlaces: of('freePlaces'), blockingPairs: of('blockingPairs') },
    ms: of('ms'),
    wished: roughly(figures.wished, figures.mentees),
    firstChoice: got('firstChoice'),
    secondChoice: got('secondChoice'),
    thirdChoice: got('thirdChoice'),
    laterChoice: got('laterChoice'),
  }
}
