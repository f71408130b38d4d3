import type { moveClaims, ROLES, SOURCES, STINT_KINDS } from '@wirearchy/db'
import type { Day } from '@wirearchy/domain'

export type StintKind = (typeof STINT_KINDS)[number]
export type StintRole = (typeof ROLES)[number]
export type Source = (typeof SOURCES)[number]
export type Pattern = 'full_time' | 'part_time' | 'supply'

/** One side's standing word: a stay at a school began, or ended, on that day. */
export interface Word {
  id: string
  schoolId: string
  kind: StintKind
  says: 'ended' | 'began'
  day: Day
  role: StintRole | null
  pattern: Pattern | null
  /** Said to lie beside other stays: it ends none of them. */
  besides: boolean
  byAs: Source
  /** A school's word counts once the person, or fourteen days without objection, accepts it. */
  accepted: boolean
  /** UTC milliseconds; of one side's words about one thing the latest counts. */
  createdAt: number
  moveId: string | null
  /** The change of a school that it comes from, or answers. */
  changeId?: string | null
}

type Row = typeof moveClaims.$inferSelect

/** True of a claim that nobody took back and the person did not object to. */
export const stands = (row: Row) => row.withdrawnAt === null && row.objectedAt === null

export const wordOf = ({
  id,
  schoolId,
  kind,
  says,
  day,
  role,
  pattern,
  besides,
  byAs,
  moveId,
  ...rest
}: Row): Word => ({
  ...{ id, schoolId, kind, says, day, role, pattern, besides, byAs, moveId },
  createdAt: rest.createdAt,
  changeId: rest.schoolChangeId,
  accepted: rest.acceptedAt !== null,
})

const WEIGHT_OF_START: Record<Source, number> = {
  self: 0,
  new_school: 1,
  import: 2,
  old_school: 3,
  system: 4,
}
const WEIGHT_OF_END: Record<Source, number> = { self: 0, new_school: 1, old_school: 2, import: 3, system: 4 }

/** True of a word that shapes stays: the person's own, a register's, or a school's once accepted. */
export const counts = ({ byAs, accepted }: Word) =>
  accepted || (byAs !== 'old_school' && byAs !== 'new_school')

/** The word that wins among several about one thing: the person's first, then by side, then the latest. */
export function strongest(words: Word[]): Word | undefined {
  const weight = ({ says, byAs }: Word) => (says === 'began' ? WEIGHT_OF_START : WEIGHT_OF_END)[byAs]
  return [...words].sort((one, other) => weight(one) - weight(other) || later(one, other))[0]
}

const later = (one: Word, other: Word) => other.createdAt - one.createdAt || (one.id < other.id ? 1 : -1)
