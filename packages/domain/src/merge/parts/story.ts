import { inList, sql } from '@wirearchy/db'
import { groupBy } from '@wirearchy/domain'
import { presentSchools } from '@wirearchy/domain/school'
import { claimsOf, resolve, type Word, wordOf } from '@wirearchy/domain/stint'
import { type Journal, type Row, rowsWhere } from '../journal.ts'

/** A word of either record that could count for the one person, and whether it does. */
export interface Told {
  row: Row
  word: Word
  place: string
  isStanding: boolean
}

/** The stays of the one person as they are kept, and the words behind them. */
export interface Story {
  stays: Map<string, Row[]>
  told: Told[]
}

/** @param stood the words that may count */
export async function storyOf({ tx, winnerId }: Journal, stood: Set<string>): Promise<Story> {
  const hers = sql`person_id = ${winnerId}`
  const stays = await rowsWhere(tx, 'stints', sql`${hers} and voided_at is null order by started_on, id`)
  const claims = (await claimsOf(tx, winnerId)).filter(({ id }) => stood.has(id))
  const rows = await rowsWhere(tx, 'move_claims', sql`${hers} and id in (${inList([...stood])})`)
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const present = await presentSchools(tx, [
    ...claims.map(({ schoolId }) => schoolId),
    ...stays.map(({ school_id }) => String(school_id)),
  ])
  const now = (schoolId: string) => present.get(schoolId) ?? schoolId
  const placeOf = (stay: Row) => `${now(String(stay.school_id))} ${stay.kind}`
  const told = claims.map((claim) => {
    const word = { ...wordOf(claim), schoolId: now(claim.schoolId) }
    const row = rowOf.get(claim.id) as Row
    return { row, word, place: `${word.schoolId} ${word.kind}`, isStanding: claim.withdrawnAt === null }
  })
  return { stays: groupBy(stays, placeOf), told }
}

/** What words say at each place, as text. */
function daysSaid(words: Told[]) {
  const own = words.filter(({ isStanding, word }) => isStanding && !isOfChange(word))
  const said = groupBy(resolve(own.map(({ word }) => word)), ({ schoolId, kind }) => `${schoolId} ${kind}`)
  return (place: string) => daysOf(said.get(place)?.map((stay) => [stay.startedOn, stay.finishedOn]))
}

const daysOf = (spans: unknown[][] = []) =>
  spans
    .map((span) => span.join(' '))
    .sort()
    .join()

const isOfChange = ({ changeId, byAs }: Word) => Boolean(changeId) && byAs === 'system'

/** The places where the words say other days than the stays that are kept; where a school itself changed, its change says. */
export function astray({ stays, told }: Story, words: Told[]): string[] {
  const says = daysSaid(words)
  const changed = new Set(told.filter(({ word }) => isOfChange(word)).map(({ place }) => place))
  return [...new Set([...stays.keys(), ...told.map(({ place }) => place)])].filter((place) => {
    const kept = stays.get(place) ?? []
    const isSaid = (stay: Row) => told.some(({ row }) => row.stint_id === stay.id && row.says === 'began')
    if (changed.has(place) || !kept.every(isSaid)) return false
    return says(place) !== daysOf(kept.map((stay) => [stay.started_on, stay.finished_on]))
  })
}
