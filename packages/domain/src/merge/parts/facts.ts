import { sql } from '@wirearchy/db'
import { type AudienceField, DEFAULT_LEVELS, LEVELS, type Level } from '@wirearchy/domain/visibility'
import { add, type Cell, change, type Journal, repoint, rowsWhere } from '../journal.ts'
import type { Levels } from './stays.ts'

/** The narrowest of some levels. */
export const stricter = (levels: string[]): Level =>
  LEVELS.find((level) => levels.includes(level)) ?? 'only_me'

/**
 * Names: all are kept, and what the loser went by is an earlier name from now on. It can be found like any earlier
 * name, unless earlier names are kept out of sight on either record.
 */
export async function mergeNames(journal: Journal) {
  const { tx, ctx, loserId, winnerId } = journal
  const names = await rowsWhere(tx, 'person_names', sql`person_id in (${loserId}, ${winnerId})`)
  const isHiding = names.some(({ hidden }) => hidden === 1)
  for (const name of names.filter(({ person_id }) => person_id === loserId)) {
    const began = String(name.started_on)
    await change(journal, 'person_names', name, {
      ...{ kind: 'previous', hidden: isHiding ? 1 : 0, person_id: winnerId },
      finished_on: name.finished_on ?? (began > ctx.today ? began : ctx.today),
    })
  }
  await repoint(journal, 'person_identifiers', 'person_id')
}

const SAID = [
  ...['pronouns', 'stage', 'phase', 'subjects', 'languages', 'region', 'trained_with', 'nation'],
  ...['ask_me_about', 'help_with'],
]

/** What the winner says of themselves stands; what they left open is filled with the loser's answer. */
export async function mergeProfiles(journal: Journal) {
  const { tx, loserId, winnerId } = journal
  const [mine] = await rowsWhere(tx, 'profiles', sql`person_id = ${winnerId}`)
  const [theirs] = await rowsWhere(tx, 'profiles', sql`person_id = ${loserId}`)
  if (!theirs) return
  if (!mine) return add(journal, 'profiles', { ...theirs, person_id: winnerId })
  const isOpen = (value: Cell | undefined) => value === null || value === undefined || value === '[]'
  const gaps = SAID.filter((column) => isOpen(mine[column]) && !isOpen(theirs[column]))
  await change(
    journal,
    'profiles',
    mine,
    Object.fromEntries(gaps.map((column) => [column, theirs[column] ?? null])),
  )
}

/** Who may see what: the stricter of the two, field by field. @returns the levels for where they are now */
export async function mergeAudiences(journal: Journal): Promise<Levels> {
  const { tx, loserId, winnerId } = journal
  const rows = await rowsWhere(tx, 'audiences', sql`person_id in (${loserId}, ${winnerId})`)
  const said = (personId: string, field: string) =>
    rows.find((row) => row.person_id === personId && row.field === field)
  const level = (personId: string, field: string) =>
    (said(personId, field)?.level ?? DEFAULT_LEVELS[field as AudienceField]) as Level
  const [loser, winner] = [level(loserId, 'current_school'), level(winnerId, 'current_school')]
  for (const field of new Set(rows.map((row) => String(row.field)))) {
    const both = stricter([level(loserId, field), level(winnerId, field)])
    const mine = said(winnerId, field)
    if (mine) await change(journal, 'audiences', mine, { level: both })
    else if (both !== level(winnerId, field))
      await add(journal, 'audiences', { person_id: winnerId, field, level: both })
  }
  return { loser, winner, both: stricter([loser, winner]) }
}
