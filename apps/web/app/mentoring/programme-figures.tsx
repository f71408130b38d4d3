import { Notice } from '../components/notice.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { figureWords } from './programme-words.ts'

export interface Figures {
  mentees: number
  mentors: number
  places: number
  matched: number
  unmatched: number
  freePlaces: number
  /** Pairs that their lead held, and lines changed by hand: with any, what two would rather is not counted. */
  held: number
  byHand: number
  blockingPairs: number | null
  ms: number
  wished: number | null
  firstChoice: number | null
  secondChoice: number | null
  thirdChoice: number | null
}

/** What a run comes to, and what it guarantees. */
export function RunFigures({ figures, notShown }: { figures: Figures; notShown: number }) {
  return (
    <>
      <SummaryList rows={figureRows(figures)} />
      <p className="muted">
        Figures about wishes are rounded down to fives, and short of everybody, so that nobody’s wish shows.
      </p>
      <Stable {...figures} />
      {notShown > 0 ? (
        <p className="muted">
          {notShown === 1 ? 'One line is' : `${notShown} lines are`} not shown: you and one of the two keep
          each other out.
        </p>
      ) : null}
      <details>
        <summary>How people are matched</summary>
        <p>
          Everybody has a list: their wishes first, then who suits. Mentees ask down their lists, and each
          mentor keeps the best who ask, as far as places go (Gale and Shapley 1962, for several places Roth
          1984). So no mentee and mentor would both rather have each other, and no other such matching gives
          any mentee somebody better by their list. Where two are equal, what counts decides, then a draw that
          comes out the same every time. It does not promise the most pairs there could be: where people are
          equal nobody knows a quick way to that.
        </p>
      </details>
    </>
  )
}

/** The same figures as rows, for one run or for two side by side. */
export const figureRows = (figures: Figures) => [
  { label: 'Matched', value: `${figures.matched} of ${figures.mentees} mentees` },
  { label: 'Without a mentor', value: String(figures.unmatched) },
  { label: 'Places', value: `${figures.places} with ${figures.mentors} mentors, ${figures.freePlaces} left` },
  { label: 'Blocking pairs', value: blockingWords(figures) },
  { label: 'Mentees who wished', value: figureWords(figures.wished) },
  { label: 'With their first choice', value: figureWords(figures.firstChoice) },
  { label: 'With their second or third', value: bothWords(figures) },
  { label: 'Time', value: timeWords(figures.ms) },
]

const timeWords = (ms: number) =>
  ms < 100 ? 'Less than a tenth of a second' : `${(ms / 1000).toFixed(1)} seconds`

const bothWords = ({ secondChoice, thirdChoice }: Figures) =>
  [...new Set([secondChoice, thirdChoice].map(figureWords))].join(', ')

function blockingWords({ held, byHand }: Pick<Figures, 'held' | 'byHand'>) {
  if (byHand > 0) return 'Not counted: changed by hand'
  return held > 0 ? '0 among those you do not hold' : '0'
}

function Stable({ held, byHand }: Pick<Figures, 'held' | 'byHand'>) {
  if (byHand === 0)
    return (
      <Notice kind="ok">
        0 blocking pairs{held > 0 ? ' among those whom you do not hold' : ''}: no mentee and mentor would both
        rather have each other. Checked apart from the matching.
      </Notice>
    )
  return (
    <Notice kind="warn">
      {byHand === 1 ? 'One line was' : `${byHand} lines were`} changed by hand, so some may now rather have
      each other. How many is not counted, because it would tell wishes. Hold the pairs that you want and
      match again: among everybody else there are then 0.
    </Notice>
  )
}
