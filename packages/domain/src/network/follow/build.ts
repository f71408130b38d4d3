import { setImmediate } from 'node:timers/promises'
import { type Reader, type Store, sql } from '@wirearchy/db'
import { ledgerHead } from '@wirearchy/domain/ledger'
import { buildIndex, type Index } from '@wirearchy/graph'
import { peopleChanges } from './people.ts'
import { changeOf, factsAfter, RELATIONS } from './rows.ts'

const A_READ = 2_000

export interface Built {
  index: Index
  /** The ledger entry up to which the rows were surely read; later ones may be in too, and may be applied again. */
  seq: number
}

/**
 * An index over every fact in the database, read a few thousand rows at a time so that others are
 * answered in between.
 * @param goesOn asked between reads; the rest is left out once it says no
 */
export async function build({ read }: Store, goesOn: () => boolean): Promise<Built> {
  const seq = await ledgerHead(read)
  const index = buildIndex({ people: await mostPeople(read) })
  for (const of of RELATIONS) {
    for (let after = 0; goesOn(); await setImmediate()) {
      const rows = await factsAfter(read, of, after, A_READ)
      for (const row of rows) index.apply(changeOf(of, row))
      if (rows.length < A_READ) break
      after = rows.at(-1)?.no ?? after
    }
  }
  if (goesOn()) for (const change of await peopleChanges(read)) index.apply(change)
  index.compact()
  return { index, seq }
}

async function mostPeople(read: Reader) {
  const [row] = await read.rows<{ most: number | null }>(sql`select max(no) as most from people`)
  return (row?.most ?? 0) + 1
}
