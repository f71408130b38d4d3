import { SummaryList } from '../components/summary-list.tsx'
import { Waits, type WaitsDrawn } from '../pictures/waits.tsx'

export interface BoardCounts {
  pairs: number | null
  waiting: number | null
  met: number | null
  quiet: number | null
  ended: number | null
  waits: WaitsDrawn | null
}

type Props = { id: string; figures: BoardCounts }

/** What a board says in figures: none of fewer than five. */
export function BoardFigures({ id, figures }: Props) {
  const { waits, ...counts } = figures
  return (
    <section className="stack" aria-labelledby="in-figures">
      <h2 id="in-figures">In figures</h2>
      <SummaryList
        rows={[
          { label: 'Pairs', value: said(counts.pairs) },
          { label: 'Waiting to meet', value: said(counts.waiting) },
          { label: 'Met', value: said(counts.met) },
          { label: 'Quiet', value: said(counts.quiet) },
          { label: 'Ended', value: said(counts.ended) },
        ]}
      />
      {waits ? (
        <Waits waits={waits} what="how long these pairs waited for their first meeting" />
      ) : (
        <p className="muted">
          How long pairs waited for their first meeting is shown once five of them have met.
        </p>
      )}
      <p>
        <a href={`/coordination/${id}/board.csv?of=figures`}>Download these figures (CSV)</a>
      </p>
    </section>
  )
}

const said = (count: number | null) => (count === null ? 'Fewer than 5' : String(count))
