import { sql } from '@wirearchy/db'
import { sortedBy } from '../fuse.ts'
import { change, type Journal, type Row, remove, repoint, rowsWhere } from '../journal.ts'
import { between, isNow } from './between.ts'

/**
 * A programme has each person once a side, wishes for others alone, and no rule about somebody with themselves. A run
 * stays what it was when it was made: of two mentees in one run who are one person, each keeps their line there.
 */
export async function mergeProgrammes(journal: Journal) {
  await mergePlaces(journal)
  await mergeWishes(journal)
  await mergeFixes(journal)
  await mergePairs(journal)
}

const ofBoth = ({ tx, loserId, winnerId }: Journal, table: string, column: string) =>
  rowsWhere(tx, table, sql`${sql.raw(column)} in (${loserId}, ${winnerId}) order by id`)

async function mergePlaces(journal: Journal) {
  const rows = await ofBoth(journal, 'programme_people', 'person_id')
  const here = rows.filter(({ left_at }) => left_at === null)
  const rank = (row: Row) => Number(row.joined_at !== null) * 2 + Number(row.person_id === journal.winnerId)
  for (const same of sortedBy(here, 'programme_id', 'side')) {
    const [, ...others] = same.sort((one, other) => rank(other) - rank(one))
    for (const row of others.filter(({ person_id }) => same.some((one) => one.person_id !== person_id)))
      await change(journal, 'programme_people', row, { left_at: journal.ctx.now })
  }
  await repoint(journal, 'programme_people', 'person_id')
}

/** The winner's list in a programme stands, the loser's where there is none; who is wished for twice is so once, as highly as either. */
async function mergeWishes(journal: Journal) {
  const columns = { one: 'person_id', other: 'other_id' }
  const { self, rest } = await between(journal, 'programme_wishes', columns)
  for (const row of self) await remove(journal, 'programme_wishes', row)
  const planned = rest.map((row) => ({
    row,
    programme: row.programme_id ?? null,
    person_id: isNow(row.person_id, journal),
    other_id: isNow(row.other_id, journal),
  }))
  const hasList = new Set(
    rest.filter(({ person_id }) => person_id === journal.winnerId).map(({ programme_id }) => programme_id),
  )
  const wished = new Set<string>()
  for (const { row, programme, person_id, other_id } of planned.sort(byRank)) {
    const key = `${programme} ${person_id} ${other_id}`
    const isSecond = row.person_id === journal.loserId && hasList.has(programme)
    if (isSecond || wished.has(key)) await remove(journal, 'programme_wishes', row)
    else await change(journal, 'programme_wishes', row, { person_id, other_id })
    if (!isSecond) wished.add(key)
  }
}

const byRank = ({ row: one }: { row: Row }, { row: other }: { row: Row }) =>
  Number(one.rank) - Number(other.rank) || (String(one.id) < String(other.id) ? -1 : 1)

/** Of what a lead fixed, what rules out comes before what holds together, and one mentor is held for one mentee. */
async function mergeFixes(journal: Journal) {
  const columns = { one: 'mentee_id', other: 'mentor_id' }
  const { self, rest } = await between(journal, 'programme_fixes', columns)
  const lift = (row: Row) => change(journal, 'programme_fixes', row, { lifted_at: journal.ctx.now })
  for (const row of self.filter(isStanding)) await lift(row)
  const isWinners = (row: Row) => Number([row.mentee_id, row.mentor_id].includes(journal.winnerId))
  const first = [...rest].sort((one, other) => isBar(other) - isBar(one) || isWinners(other) - isWinners(one))
  const barred = new Set<string>()
  const held = new Set<string>()
  for (const row of first) {
    const next = { mentee_id: isNow(row.mentee_id, journal), mentor_id: isNow(row.mentor_id, journal) }
    const pair = `${row.programme_id} ${next.mentee_id} ${next.mentor_id}`
    const mentee = `${row.programme_id} ${next.mentee_id}`
    if (isStanding(row)) {
      if (barred.has(pair) || (!isBar(row) && held.has(mentee))) await lift(row)
      else if (isBar(row)) barred.add(pair)
      else held.add(mentee)
    }
    await change(journal, 'programme_fixes', row, next)
  }
}

const isStanding = ({ lifted_at }: Row) => lifted_at === null
const isBar = ({ does }: Row) => Number(does === 'bar')

async function mergePairs(journal: Journal) {
  const { loserId, winnerId } = journal
  const lines = await ofBoth(journal, 'programme_pairs', 'mentee_id')
  const isWinners = new Set(
    lines.filter(({ mentee_id }) => mentee_id === winnerId).map(({ run_id }) => run_id),
  )
  const free = lines.filter((row) => row.mentee_id === loserId && !isWinners.has(row.run_id ?? null))
  const self = lines.filter(({ mentor_id }) => mentor_id === loserId || mentor_id === winnerId)
  for (const row of self.filter(({ mentorship_id }) => mentorship_id === null))
    await change(journal, 'programme_pairs', row, { mentor_id: null, choice: null, reasons: '[]' })
  await repoint(
    journal,
    'programme_pairs',
    'mentee_id',
    free.map(({ id }) => String(id)),
  )
  await repoint(journal, 'programme_pairs', 'mentor_id')
}
