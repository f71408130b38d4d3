import { inList, type SQL, sql, type Tx } from '@wirearchy/db'
import type { Entry } from './record.ts'

/** What a ledger entry says of each dated row it names: the row as the act left it. */
export interface ToldSpan {
  of: SpanKind
  id: string
  [column: string]: string | number | null
}

const DAYS = sql.raw(`started_on as "startedOn", finished_on as "finishedOn"`)
const VOID = sql.raw(`voided_at as "voidedAt"`)

/**
 * The dated rows of history, as the ledger repeats them: whose they are, what they join, their days (inclusive) and
 * whether they were voided. No audience stands there, and no word of anybody's.
 */
export const SPANS = {
  stint: sql`select id, person_id as "personId", school_id as "schoolId", kind, ${DAYS}, end_reason as "endReason",
    confidence, continues_stint_id as "continuesId", ${VOID} from stints`,
  role: sql`select id, stint_id as "stintId", role, ${DAYS}, ${VOID} from stint_roles`,
  membership: sql`select id, group_id as "groupId", person_id as "personId", ${DAYS}, outcome, ${VOID} from group_memberships`,
  mentorship: sql`select id, mentor_id as "mentorId", mentee_id as "menteeId", kind, mentor_stint_id as "mentorStintId",
    mentee_stint_id as "menteeStintId", ${DAYS}, end_reason as "endReason", continues_id as "continuesId", ${VOID} from mentorships`,
  connection: sql`select id, person_lo as "personLo", person_hi as "personHi", ${DAYS}, ${VOID} from connections`,
  pause: sql`select id, person_id as "personId", ${DAYS}, expected_return_on as "expectedReturnOn", ${VOID} from pauses`,
  block: sql`select id, blocker_id as "blockerId", blocked_id as "blockedId", created_at as "createdAt",
    lifted_at as "liftedAt" from blocks`,
} satisfies Record<string, SQL>
export type SpanKind = keyof typeof SPANS

/** Keys that name another row of the kind the entry is about: the one that is replaced, carried on or resumed. */
const ANOTHER = ['instead', 'resumes', 'continues']

/** The kind of row that a reference of an entry names, its number apart (`role2`); undefined for what has no days of its own. */
function spanKind(key: string, type: string): SpanKind | undefined {
  const word = ANOTHER.includes(key) ? type.split('.')[0] : key.replace(/\d+$/, '')
  return word && word in SPANS ? (word as SpanKind) : undefined
}

/** For each entry, the dated rows it names as they stand now, read once a kind for all entries together. */
export async function spansNamed(tx: Pick<Tx, 'rows'>, entries: Entry[]): Promise<ToldSpan[][]> {
  const named = entries.map(namedIn)
  const found = new Map<string, ToldSpan>()
  for (const of of new Set(named.flat().map((one) => one.of))) {
    const ids = new Set(named.flat().flatMap((one) => (one.of === of ? [one.id] : [])))
    const rows = await tx.rows<Omit<ToldSpan, 'of'>>(sql`${SPANS[of]} where id in (${inList([...ids])})`)
    for (const row of rows) found.set(spanKey({ of, id: String(row.id) }), { of, ...row } as ToldSpan)
  }
  return named.map((rows) => rows.flatMap((row) => found.get(spanKey(row)) ?? []))
}

/** The dated rows that an entry speaks of, told or not. */
export const namedIn = ({ type, refs = {} }: Pick<Entry, 'type' | 'refs'>): Pick<ToldSpan, 'of' | 'id'>[] =>
  Object.entries(refs).flatMap(([key, id]) => {
    const of = spanKind(key, type)
    return of ? [{ of, id }] : []
  })

export const spanKey = ({ of, id }: Pick<ToldSpan, 'of' | 'id'>) => `${of} ${id}`
