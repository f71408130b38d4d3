import type Database from 'better-sqlite3'
import { tableOf } from '../history.ts'
import { chainLink, factsText, payloadDigest, payloadText } from '../seals.ts'
import { capped, type Finding, inOneMoment } from './finding.ts'

interface Entry {
  seq: number
  id: string
  facts: string
  payload: string
  salt: string | null
  digest: string | null
  hash: string | null
  isErased: 0 | 1
}

const BACK =
  'Somebody wrote to the ledger behind Wirearchy’s back: compare it with a backup, and restore one from before.'

/** The ledger: numbered without a gap, every link of its chain right, every missing payload erased on record. */
export const ledger = (client: Database.Database) =>
  capped(
    inOneMoment(client, () => entries(client)),
    (rest) => ({
      check: 'ledger',
      table: 'ledger',
      sentence: `${rest} more entries of the ledger are not right. ${BACK}`,
    }),
  )

function* entries(client: Database.Database): Generator<Finding> {
  const said = (seq: number, what: string): Finding => ({
    check: 'ledger',
    table: 'ledger',
    row: String(seq),
    sentence: `Entry ${seq} of the ledger ${what}. ${BACK}`,
  })
  let last: Pick<Entry, 'seq' | 'hash'> = { seq: 0, hash: null }
  for (const entry of read(client).iterate()) {
    if (entry.seq !== last.seq + 1) yield said(entry.seq, `follows ${last.seq}: the ones between are gone`)
    for (const fault of faultsOf(entry, last.hash)) yield said(entry.seq, fault)
    last = entry
  }
  yield* ends(client, last.seq)
}

function* faultsOf(
  { facts, payload, salt, digest, hash, isErased }: Entry,
  previous: string | null,
): Generator<string> {
  if (hash === null || digest === null) {
    yield 'has no seal'
    return
  }
  if (chainLink(previous, facts, digest) !== hash) yield 'says something else than when it was written'
  if (salt !== null && payloadDigest(salt, payload) !== digest)
    yield 'tells other details than when it was written'
  if (salt === null && payload !== NOTHING) yield 'was erased, and yet holds details'
  if (salt === null && !isErased) yield 'lost its details without an erasure on record'
}

const NOTHING = '[null,null]'

function read(client: Database.Database) {
  const table = tableOf(client, 'ledger')
  return client.prepare<[], Entry>(`
    select l.seq, l.id, ${factsText(table, 'l')} as facts, ${payloadText('l')} as payload,
      c.salt, c.payload_digest as digest, c.hash,
      c.salt is null and exists (
        select 1 from erasures e where e.table_name = 'ledger' and e.row_id = l.id) as isErased
    from ledger l left join ledger_chain c on c.seq = l.seq order by l.seq`)
}

/** Cut off at the end, a chain looks whole: the counter and the seals know how long it was. */
function* ends(client: Database.Database, last: number): Generator<Finding> {
  const given = client.prepare(`select value from counters where name = 'ledger'`).pluck().get() ?? 0
  const sealed = client.prepare('select coalesce(max(seq), 0) from ledger_chain').pluck().get()
  if (Number(given) !== last || Number(sealed) !== last)
    yield {
      check: 'ledger',
      table: 'ledger',
      sentence: `The ledger ends at ${last}, its counter at ${given} and its chain at ${sealed}. ${BACK}`,
    }
}
