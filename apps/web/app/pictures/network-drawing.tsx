import { initials } from '../initials.ts'
import type { Drawing, Mark, Placed } from './network-layout.ts'

/** SVG has no list and no group of its own; these say it to screen readers. */
const asGroup = { role: 'group' } as const
const asList = { role: 'list' } as const
const asItem = { role: 'listitem' } as const
const unread = { 'aria-hidden': true } as const

/** One of the two drawings; the style sheet shows the one that fits. */
export function NetworkDrawing({ width, height, you, placed, size }: Drawing & { size: 'wide' | 'narrow' }) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={`network ${size}`}
      {...asGroup}
      aria-labelledby={`network-${size}`}
    >
      <title id={`network-${size}`}>Your people, by how you know them</title>
      <g {...unread}>
        {placed.map(({ mark, x, y }) => (
          <path key={keyOf(mark)} className={`thread kind-${mark.kind}`} d={`M${you.x} ${you.y}L${x} ${y}`} />
        ))}
        <circle className="you" cx={you.x} cy={you.y} r="34" />
        <text className="on-you" x={you.x} y={you.y} dy=".35em" textAnchor="middle">
          You
        </text>
      </g>
      <g {...asList}>
        {placed.map((place) => (
          <g {...asItem} key={keyOf(place.mark)}>
            <Spot {...place} size={size} />
          </g>
        ))}
      </g>
    </svg>
  )
}

function Spot({ mark, x, y, side, size }: Placed & { size: 'wide' | 'narrow' }) {
  const inside = mark.type === 'fold' ? `+${mark.count}` : size === 'narrow' ? initials(mark.person.name) : ''
  const shape = (
    <>
      <circle className={`node kind-${mark.kind}`} cx={x} cy={y} r={size === 'wide' && !inside ? 12 : 21} />
      {inside ? (
        <text className="in-node" x={x} y={y} dy=".35em" textAnchor="middle">
          {inside}
        </text>
      ) : null}
      {size === 'wide' ? <Label text={label(mark)} x={x} y={y} side={side} /> : null}
    </>
  )
  if (mark.type === 'fold') return <g aria-label={`${inside} ${label(mark)}`}>{shape}</g>
  const words = `${mark.person.name}, ${mark.person.why}`
  if (!mark.person.href) return <g aria-label={words}>{shape}</g>
  return (
    <a href={mark.person.href} aria-label={words}>
      {shape}
    </a>
  )
}

function Label({ text, x, y, side }: { text: string; x: number; y: number; side: 'left' | 'right' }) {
  return (
    <text
      x={side === 'right' ? x + 27 : x - 27}
      y={y}
      dy=".35em"
      textAnchor={side === 'right' ? 'start' : 'end'}
    >
      {text}
    </text>
  )
}

const LONGEST_LABEL = 21

function label(mark: Mark) {
  const text = mark.type === 'person' ? mark.person.name : mark.from ? `from ${mark.from}` : 'more'
  const letters = [...text]
  return letters.length > LONGEST_LABEL
    ? `${letters
        .slice(0, LONGEST_LABEL - 1)
        .join('')
        .trimEnd()}…`
    : text
}

const keyOf = (mark: Mark) =>
  mark.type === 'person' ? `${mark.kind} ${mark.person.id}` : `${mark.kind} fold ${mark.from ?? ''}`
