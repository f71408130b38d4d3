import { Picture } from '../components/picture.tsx'
import { stretch } from '../dates.ts'
import { type ThreadRow, threadsDrawing } from './threads-layout.ts'
import { ThreadsSvg } from './threads-svg.tsx'

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
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it can scroll sideways, so the keyboard has to reach it */}
          <section className="scroll-x wide" aria-label="Threads through time, scrolls sideways" tabIndex={0}>
            <ThreadsSvg {...threadsDrawing(rows, today)} />
          </section>
          <Lives rows={rows} />
        </>
      }
      factsTitle="The same facts as a table"
      facts={<ThreadFacts rows={rows} />}
    />
  )
}

/** On a phone: each person's places one under the other. */
function Lives({ rows }: { rows: readonly ThreadRow[] }) {
  return (
    <ul className="plain narrow lives">
      {rows.map(({ id, name, spans }) => (
        <li key={id}>
          <strong>{name}</strong>
          <ol className="plain timeline">
            {spans.map(({ where, from, to }) => (
              <li key={`${where} ${from}`}>
                {where}, <span className="muted">{stretch(from, to)}</span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  )
}

function ThreadFacts({ rows }: { rows: readonly ThreadRow[] }) {
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
