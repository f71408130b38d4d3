import { type Journal, type Row, remove, repoint } from '../journal.ts'
import { fillGaps, ownRows, takeOver } from './own.ts'

/**
 * What a mentor offers: one offer stands, the one that is open, of equals the winner's, with its hours. Units that it
 * does not give are given as on the other record, as long as that was open too.
 */
export async function mergeOffers(journal: Journal) {
  const { mine, theirs } = await ownRows(journal, 'mentor_offers')
  const [offer, other] = [mine[0], theirs[0]]
  const isTheirs = other !== undefined && (!offer || (isClosed(offer) && !isClosed(other)))
  const keeps = isTheirs ? 'loser' : 'winner'
  if (other && !isTheirs) await remove(journal, 'mentor_offers', other)
  if (offer && isTheirs) await remove(journal, 'mentor_offers', offer)
  if (other && isTheirs) await takeOver(journal, 'mentor_offers', other)
  const isOver = Boolean(offer && other && isClosed(isTheirs ? offer : other))
  await mergePlaces(journal, keeps, isOver)
  await mergeHours(journal, keeps)
}

const isClosed = ({ closed_at }: Row) => closed_at !== null

async function mergePlaces(journal: Journal, keeps: 'winner' | 'loser', isOver: boolean) {
  const { mine, theirs } = await ownRows(journal, 'mentor_places')
  const [kept, rest] = keeps === 'winner' ? [mine, theirs] : [theirs, mine]
  const isGiven = ({ unit }: Row) => kept.some((one) => one.unit === unit)
  for (const row of rest.filter((one) => isOver || isGiven(one))) await remove(journal, 'mentor_places', row)
  await fillGaps(journal, 'mentor_places', ['unit'])
}

async function mergeHours(journal: Journal, keeps: 'winner' | 'loser') {
  const { mine, theirs } = await ownRows(journal, 'mentor_hours')
  const [kept, rest] = keeps === 'winner' ? [mine, theirs] : [theirs, mine]
  if (kept.length > 0) for (const row of rest) await remove(journal, 'mentor_hours', row)
  await repoint(journal, 'mentor_hours', 'person_id')
}
