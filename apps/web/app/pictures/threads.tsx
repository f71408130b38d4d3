import { Picture } from '../components/picture.tsx'
import { stretch } from '../dates.ts'
import { type Bar, type Box, type ThreadRow, type ThreadsDrawing, threadsDrawing } from './threads-layout.ts'

type Props = {
  rows: readonly ThreadRow[]
  /** An ISO day. */
  today: string
  caption: string
}

/** Threads through time: who was where when, side by side, with today's line. The same facts follow as a table. */
export function Threads({ rows, today, caption }: Props) {
  return (
    <Picture
      caption={caption}
      drawing={
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, so the keyboard has to reach it
        <section className="scroll-x" aria-label="Threads through time, scrolls sideways" tabIndex={0}>
          <Drawing {...threadsDrawing(rows, today)} />
        </section>
      }
      factsTitle="The same facts as a table"
      facts={<Facts rows={rows} />}
    />
  )
}

function Drawing({ width, height, names, bars, boxes, years, today }: ThreadsDrawing) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="threads"
      role="img"
      aria-label="Who was where when; the table below says the same"
    >
      {years.map(({ x, label }) => (
        <g key={label}>
          <path className="year" d={`M${x} 28V${height}`} />
          <text x={x + 6} y="20">
            {label}
          </text>
        </g>
      ))}
      {boxes.map((box) => (
        <TrainingBox key={`${box.where} ${box.x} ${box.y}`} {...box} />
      ))}
      {bars.map((bar) => (
        <Thread key={`${bar.span.where} ${bar.x} ${bar.y}`} {...bar} />
      ))}
      <path className="today" d={`M${today} 28V${height}`} />
      <text x={today} y="44" textAnchor="middle">
        Today
      </text>
      {names.map(({ row, y }) => (
        <text key={row.id} x="0" y={y} dy=".35em">
          {shortened(row.name)}
        </text>
      ))}
    </svg>
  )
}

function TrainingBox({ where, x, y, width, height }: Box) {
  return (
    <g>
      <rect className="box" x={x} y={y + 2} width={width} height={height - 4} rx="10" />
      <text x={x + 10} y={y + 16}>
        {where.length * 8.6 < width - 20 ? where : ''}
      </text>
    </g>
  )
}

function Thread({ span, x, y, width, label }: Bar) {
  if (span.kind === 'group')
    return <path className="thread kind-group" d={`M${x + 6} ${y + 28}h${Math.max(0, width - 12)}`} />
  return (
    <g>
      <rect className="node kind-school" x={x + 1} y={y + 6} width={width - 2} height="32" rx="8" />
      <text className="in-node" x={x + 10} y={y + 22} dy=".35em">
        {label}
      </text>
    </g>
  )
}

function Facts({ rows }: { rows: readonly ThreadRow[] }) {
  return (
    <table className="stacks">
      <caption className="visually-hidden">Who was where when</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Where</th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        {rows.flatMap(({ id, name, href, spans }) =>
          spans.map(({ where, from, to }) => (
            <tr key={`${id} ${where} ${from}`}>
              <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
              <td>{where}</td>
              <td>{stretch(from, to)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
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
