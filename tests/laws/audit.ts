import { type Store, sql, type Tx } from '@wirearchy/db'
import { expect } from 'vitest'

/** Rows that must be named by a ledger entry of the transaction that writes them. */
export const FACTS = [
  'people',
  'stints',
  'stint_roles',
  'moves',
  'move_claims',
  'mentorships',
  'groups',
  'group_memberships',
  'group_leads',
  'connections',
  'connection_requests',
  'blocks',
  'pauses',
  'links',
] as const

/** What a fact says; a change of any of these is told too. */
const SAYS = [
  ...['started_on', 'finished_on', 'voided_at', 'person_id', 'school_id', 'confidence', 'lifted_at'],
  ...['mentor_id', 'mentee_id', 'person_lo', 'person_hi', 'blocker_id', 'blocked_id', 'status'],
]

interface Written {
  of: string
  id: string
  how: 'new' | 'changed'
}

export interface Audit {
  store: Store
  /** How many written rows were held against the ledger so far. */
  checked(): number
  close(): Promise<void>
}

/**
 * L11 inside the transaction itself: whatever a verb writes, at its end every fact that is new or says something else
 * is named by a ledger entry of the same transaction, and the ledger is numbered on without a gap.
 */
export async function audited(inner: Store): Promise<Audit> {
  let checked = 0
  await inner.tx((tx) => listen(tx))
  const store: Store = {
    ...inner,
    tx: (body) =>
      inner.tx(async (tx) => {
        const head = await ledgerHead(tx)
        const result = await body(tx)
        checked += await everyFactIsTold(tx, head)
        return result
      }),
  }
  return { store, checked: () => checked, close: () => inner.close() }
}

/** Triggers of this connection alone, gone with it: they note which rows are written. */
async function listen(tx: Tx) {
  await tx.exec(sql.raw('create temp table written ("of" text, id text, how text)'))
  for (const table of FACTS) {
    const columns = await tx.rows<{ name: string }>(sql.raw(`select name from pragma_table_info('${table}')`))
    const says = columns.map(({ name }) => name).filter((name) => SAYS.includes(name))
    const differs = says.map((name) => `new.${name} is not old.${name}`).join(' or ') || '0'
    const note = (how: string) => `begin insert into written values ('${table}', new.id, '${how}'); end`
    await tx.exec(sql.raw(`create temp trigger new_${table} after insert on main.${table} ${note('new')}`))
    await tx.exec(
      sql.raw(
        `create temp trigger changed_${table} after update on main.${table} when ${differs} ${note('changed')}`,
      ),
    )
  }
}

const ledgerHead = async (tx: Tx) =>
  (await tx.rows<{ seq: number }>(sql`select coalesce(max(seq), 0) as seq from ledger`))[0]?.seq ?? 0

async function everyFactIsTold(tx: Tx, head: number) {
  const written = await tx.rows<Written>(sql`select distinct "of", id, how from temp.written`)
  if (written.length === 0) return 0
  await tx.exec(sql`delete from temp.written`)
  const entries = await tx.rows<{ seq: number; refs: string; personId: string | null }>(
    sql`select seq, refs, person_id as "personId" from ledger where seq > ${head} order by seq`,
  )
  for (const [place, { seq }] of entries.entries()) expect(seq, 'L11: numbers').toBe(head + 1 + place)
  const named = new Set(
    entries.flatMap(({ refs, personId }) => [
      ...Object.values(JSON.parse(refs) as Record<string, string>),
      personId,
    ]),
  )
  const silent = written.filter(({ id }) => !named.has(id)).map(({ of, how }) => `${how} row of ${of}`)
  expect(silent, 'L11: facts without an entry in their own transaction').toEqual([])
  return written.length
}
