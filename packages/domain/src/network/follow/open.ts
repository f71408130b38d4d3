import type { Store } from '@wirearchy/db'
import type { NetworkIndex } from '@wirearchy/domain'
import { ledgerHead } from '@wirearchy/domain/ledger'
import { type Change, type Index, KNOWN } from '@wirearchy/graph'
import { type Built, build } from './build.ts'
import { nextChanges, TOO_MANY } from './changes.ts'
import { dayNumber } from './day-number.ts'

/** An index that follows one database by its ledger. */
export interface FollowingIndex extends NetworkIndex {
  /** Every fact held, in one order: equal bytes mean equal indexes. */
  dump(): Uint8Array
}

/**
 * Reads every fact once and from then on follows the ledger, whoever writes it: this process or another.
 * @param goesOn asked between reads while it is built; once it says no, what comes back is of no use
 */
export async function openNetworkIndex(store: Store, goesOn = () => true): Promise<FollowingIndex> {
  let built = await build(store, goesOn)
  let turn: Promise<unknown> = Promise.resolve()
  return {
    catchUp() {
      const mine = turn.then(async () => {
        built = await follow(store, built)
      })
      turn = mine.catch(() => {})
      return mine
    },
    near: (person, school, asOf) => proposed(built.index, person, school, dayNumber(asOf)),
    dump: () => built.index.dump(),
  }
}

/** Applies what is new. A ledger that went back (a restored database) or leapt far ahead is read anew. */
async function follow(store: Store, { index, seq }: Built): Promise<Built> {
  const head = await ledgerHead(store.read)
  if (head < seq || head > seq + TOO_MANY) return build(store, () => true)
  const changes: Change[] = []
  for (let at = seq; at < head; ) {
    const next = await nextChanges(store.read, at, head)
    if (!next) return build(store, () => true)
    changes.push(...next.changes)
    at = next.seq
  }
  // All at once: nobody's question falls between two of them.
  for (const change of changes) index.apply(change)
  return { index, seq: head }
}

const proposed = (index: Index, person: number, school: number, asOf: number) =>
  index.near(person, school, asOf, { cap: 0 }).map(({ person: no, distance, mask }) => {
    const how = distance === 2 ? 'twoSteps' : mask & KNOWN ? 'known' : 'nearby'
    return { no, how } as const
  })
