import { asc, inArray, inList, ledger, or, people, type Reader, sql } from '@wirearchy/db'
import { type Ctx, type Day, dayOf, Problem } from '@wirearchy/domain'
import { recordsOf } from './records-of.ts'
import { replay } from './replay.ts'
import type { ToldSpan } from './spans.ts'

/** One act as the ledger holds it: when it was told, by whom, and what was so before and after. */
export interface ToldAct {
  seq: number
  type: string
  /** The civil day it is true from. */
  happenedOn: Day
  /** UTC milliseconds. */
  recordedAt: number
  by: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  spans: ToldSpan[]
}

export interface ToldHistory {
  /** Every act that speaks of the person, in the order it was told. */
  acts: ToldAct[]
  /** Their dated rows as the acts leave them, void ones too, by first day. */
  spans: ToldSpan[]
}

/**
 * What the ledger has told of one person (and of records joined to theirs), for an operator: who told us, when, and
 * what it said before.
 * @param asKnownOn only what was recorded by the end of this day in London; everything when not said
 * @throws Problem not_found when there is no such person
 */
export async function historyOf(
  { store: { read } }: Pick<Ctx, 'store'>,
  { personId, asKnownOn = '9999-12-31' }: { personId: string; asKnownOn?: Day },
): Promise<ToldHistory> {
  const ids = (
    await read.rows<{ id: string }>(sql`select id from people where id in (${recordsOf(personId)})`)
  ).map(({ id }) => id)
  if (!ids.includes(personId)) throw Problem.notFound()
  const entries = (await entriesOf(read, ids)).filter(({ recordedAt }) => dayOf(recordedAt) <= asKnownOn)
  const names = await namesOf(read, entries)
  return {
    acts: entries.map(({ actorId, actorKind, after, ...act }) => {
      const { spans = [], ...said } = after ?? {}
      const by = (actorId && names.get(actorId)) ?? actorKind
      return { ...act, by, after: Object.keys(said).length > 0 ? said : null, spans: spans as ToldSpan[] }
    }),
    spans: spansOf(
      ids,
      [...replay(entries).values()].filter((span) => span !== null),
    ),
  }
}

/** Entries about the person, and those about others that name them or a row of theirs, in order. */
const entriesOf = (read: Reader, ids: string[]) =>
  read
    .select({
      ...{ seq: ledger.seq, type: ledger.type, happenedOn: ledger.happenedOn, recordedAt: ledger.recordedAt },
      ...{ actorId: ledger.actorId, actorKind: ledger.actorKind, refs: ledger.refs },
      ...{ before: ledger.before, after: ledger.after },
    })
    .from(ledger)
    .where(
      or(
        inArray(ledger.personId, ids),
        ...ids.map((id) => sql`instr(${ledger.refs}, ${id}) > 0 or instr(${ledger.after}, ${id}) > 0`),
      ),
    )
    .orderBy(asc(ledger.seq))

async function namesOf(read: Reader, entries: { actorId: string | null }[]) {
  const actors = [...new Set(entries.flatMap(({ actorId }) => actorId ?? []))]
  const rows = await read
    .select({ id: people.id, name: people.displayName })
    .from(people)
    .where(sql`${people.id} in (${inList(actors)})`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The rows that are theirs, or between them and somebody; a role goes with its stay. By first day. */
function spansOf(ids: string[], told: ToldSpan[]) {
  const isTheirs = (span: ToldSpan) =>
    Object.entries(span).some(([of, id]) => of !== 'id' && ids.includes(String(id)))
  const theirs = new Set(told.filter(isTheirs).map(({ id }) => id))
  const day = ({ startedOn }: ToldSpan) => String(startedOn ?? '')
  return told
    .filter(({ id, stintId }) => theirs.has(id) || theirs.has(String(stintId)))
    .sort((a, b) => day(a).localeCompare(day(b)))
}
