import { usePastDay } from '../past.ts'
import type { Bar, Box, ThreadsDrawing } from './threads-layout.ts'

/** The drawing of threads: years behind, then boxes and bars, today's line, and all words on top. */
export function ThreadsSvg({ width, height, names, bars, boxes, years, today }: ThreadsDrawing) {
  const isPast = usePastDay() !== null
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="threads"
      role="img"
      aria-label="Who was where when; the table below says the same"
    >
      {years.map(({ x, label }) => (
        <Year key={label} x={x} label={label} height={height} />
      ))}
      {boxes.map(({ where, ...box }) => (
        <rect key={`${where} ${box.x} ${box.y}`} className="box" rx="10" {...box} />
      ))}
      {bars.map((bar) => (
        <Thread key={keyOf(bar)} {...bar} isNamed={boxes.some(({ x, y }) => x === bar.x && y === bar.y)} />
      ))}
      <path className="today" d={`M${today} 52V${height}`} />
      <text x={today} y="44" textAnchor="middle">
        {isPast ? 'That day' : 'Today'}
      </text>
      {boxes.map((box) => (
        <BoxName key={`${box.where} ${box.x} ${box.y}`} {...box} />
      ))}
      {bars.map((bar) => (
        <BarName key={keyOf(bar)} {...bar} />
      ))}
      {names.map(({ row, y }) => (
        <text key={row.id} x="0" y={y} dy=".35em">
          {shortened(row.name)}
        </text>
      ))}
    </svg>
  )
}

function Year({ x, label, height }: { x: number; label: string; height: number }) {
  return (
    <g>
      <path className="year" d={`M${x} 28V${height}`} />
      <text x={x + 6} y="20">
        {label}
      </text>
    </g>
  )
}

/** A group’s thread runs under its name where it is said, a school stands as a block. */
function Thread({ span, x, y, width, isNamed }: Bar & { isNamed: boolean }) {
  if (span.kind === 'group') {
    const middle = y + (isNamed ? 36 : 22)
    return <path className="thread kind-group" d={`M${x + 16} ${middle}h${Math.max(0, width - 32)}`} />
  }
  return (
    <rect
      className="node kind-school"
      x={x + 1}
      y={y + 6}
      width={Math.max(2, width - 2)}
      height="32"
      rx="8"
    />
  )
}

/** Said once, on the first thread of the box. */
function BoxName({ label, x, y }: Box) {
  return (
    <text className="on-box" x={x + 16} y={y + 22} dy=".35em">
      {label}
    </text>
  )
}

function BarName({ span, label, x, y }: Bar) {
  if (span.kind === 'group') return null
  return (
    <text x={x + 10} y={y + 22} dy=".35em">
      {label}
    </text>
  )
}

const LONGEST_NAME = 20

function shortened(name: string) {
  const letters = [...name]
  return letters.length > LONGEST_NAME
    ? `${letters
        .slice(0, LONGEST_NAME - 1)
        .join('')
        .trimEnd()}…`
    : name
}

const keyOf = ({ span, x, y }: Bar) => `${span.where} ${x} ${y}`
