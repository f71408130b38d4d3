import { sql } from '@wirearchy/db'
import { sortedBy } from '../fuse.ts'
import { change, type Journal, type Row, repoint, rowsWhere } from '../journal.ts'

/** How far a mentor's turn has come; the furthest of two stands. */
const STEPS = ['closed', 'next', 'passed', 'asked', 'question', 'declined', 'accepted']
const OPEN = ['next', 'asked', 'question']

/**
 * Requests for support. Where one went to both records of a mentor, one turn stands; where somebody turns out to have
 * asked themselves, that turn is closed, and the request goes on to whoever is next.
 */
export async function mergeAsks(journal: Journal) {
  const { tx, loserId, winnerId } = journal
  const both = sql`(${loserId}, ${winnerId})`
  const turns = await rowsWhere(tx, 'mentoring_asks', sql`mentor_id in ${both} order by rank, id`)
  const own = await rowsWhere(tx, 'mentoring_requests', sql`asker_id in ${both}`)
  const toThemselves = turns.filter((turn) => own.some(({ id }) => id === turn.request_id))
  for (const turn of toThemselves) await close(journal, turn)
  for (const rows of sortedBy(turns, 'request_id').filter(({ length }) => length > 1)) {
    const [, ...others] = [...rows].sort((one, other) => step(other) - step(one))
    for (const turn of others) await close(journal, turn)
  }
  await repoint(journal, 'mentoring_asks', 'mentor_id')
}

const step = ({ state }: Row) => STEPS.indexOf(String(state))

const close = async (journal: Journal, turn: Row) => {
  if (OPEN.includes(String(turn.state))) await change(journal, 'mentoring_asks', turn, { state: 'closed' })
}
