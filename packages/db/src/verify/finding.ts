import type Database from 'better-sqlite3'

/** Something that is not as it must be, and what to do about it. */
export interface Finding {
  /** Which check found it: file, guards, seals, ledger or laws. */
  check: 'file' | 'guards' | 'settings' | 'seals' | 'ledger' | 'laws'
  table?: string
  /** The row's key; several parts are joined with a slash. */
  row?: string
  /** What is wrong, and how to put it right. */
  sentence: string
}

/** As many of a kind as one can read. */
export const MOST = 100

/** Names the first findings of a kind and counts the rest, so that a wholly damaged file fits in memory. */
export function* capped(findings: Iterable<Finding>, more: (rest: number) => Finding): Generator<Finding> {
  let seen = 0
  for (const finding of findings) {
    seen += 1
    if (seen <= MOST) yield finding
  }
  if (seen > MOST) yield more(seen - MOST)
}

/** Looks at one moment of a database that others go on writing to. */
export function* inOneMoment(
  client: Database.Database,
  findings: () => Iterable<Finding>,
): Generator<Finding> {
  client.exec('begin')
  try {
    yield* findings()
  } finally {
    client.exec('commit')
  }
}
