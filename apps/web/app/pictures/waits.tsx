import { Picture } from '../components/picture.tsx'

export interface WaitsDrawn {
  /** How many waited so long; null where it is fewer than five, which no picture shows. */
  bars: readonly { label: string; count: number | null }[]
  median: number | null
}

type Props = {
  waits: WaitsDrawn
  /** What waited: "how long people waited for a first answer". */
  what: string
}

/** How long something waited, in school days: a bar and a row for each span; a sentence where all are of too few. */
export function Waits({ waits, what }: Props) {
  const caption = `${what.replace(/^./, (letter) => letter.toUpperCase())}, in school days. ${halfOf(waits)}`
  if (waits.bars.every(({ count }) => count === null)) return <p>{caption}</p>
  return (
    <Picture
      caption={caption}
      drawing={<WaitsSvg {...waits} title={what} />}
      factsTitle="The same figures as a table"
      facts={<Facts {...waits} what={what} />}
    />
  )
}

const halfOf = ({ median }: WaitsDrawn) =>
  median === null ? '' : `Half of them waited ${median} ${median === 1 ? 'day' : 'days'} or less.`

/** As wide as the narrowest screen leaves, so that its words are never smaller than 13 pixels. */
export const WAITS_WIDTH = 254
const ROW = 48
const BAR = 14

function WaitsSvg({ bars, title }: Pick<WaitsDrawn, 'bars'> & { title: string }) {
  const most = Math.max(1, ...bars.map(({ count }) => count ?? 0))
  return (
    <svg viewBox={`0 0 ${WAITS_WIDTH} ${bars.length * ROW}`} className="waits" role="img">
      <title>{title}</title>
      <desc>{bars.map((bar) => `${bar.label} school days: ${words(bar)}`).join('. ')}.</desc>
      {bars.map((bar, place) => (
        <g key={bar.label} transform={`translate(0 ${place * ROW})`}>
          <text x="0" y="18">
            {bar.label} days: {words(bar)}
          </text>
          {bar.count === null ? (
            <rect className="few" x="1" y="26" width="24" height={BAR} rx="4" />
          ) : (
            <rect className="bar" x="1" y="26" width={lengthOf(bar.count, most)} height={BAR} rx="4" />
          )}
        </g>
      ))}
    </svg>
  )
}

const lengthOf = (count: number, most: number) => Math.round((count / most) * (WAITS_WIDTH - 2))
const words = ({ count }: { count: number | null }) => (count === null ? 'fewer than 5' : String(count))

function Facts({ bars, what }: Pick<WaitsDrawn, 'bars'> & { what: string }) {
  return (
    <table className="stacks">
      <caption className="visually-hidden">{what}</caption>
      <thead>
        <tr>
          <th scope="col">School days</th>
          <th scope="col">How many</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.label}>
            <th scope="row">{bar.label}</th>
            <td>{words(bar)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
