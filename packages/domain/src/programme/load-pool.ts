import { asc, eq, programmeWishes, type Reader } from '@wirearchy/db'
import { type Day, groupBy } from '@wirearchy/domain'
import type { Programme } from './find.ts'
import { keptApart } from './kept-apart.ts'
import { knownInCommon } from './known-in-common.ts'
import { locksIn } from './locks.ts'
import { listsOf } from './match/market.ts'
import type { Pool } from './match/pool.ts'
import { rulesOf, weightsOf } from './rules.ts'
import { sidesOf } from './sides.ts'
import { type Joined, whoIsIn } from './who-is-in.ts'

type Read = Pick<Reader, 'rows' | 'select'>
export type Numbers = Map<string, number>

/** A programme's people as numbers, and whom the numbers mean. */
export interface Loaded {
  pool: Pool
  menteeIds: string[]
  mentorIds: string[]
  mentees: Numbers
  mentors: Numbers
  /** The mentor whom the lead holds for a mentee, by mentee; NOBODY for none. */
  locks: Int32Array
}

/** Everybody who joined, with the rules, wishes and weights of a run, as the matching takes them. */
export async function loadPool(
  read: Read,
  programme: Pick<Programme, 'id' | 'rules' | 'weights'>,
  today: Day,
): Promise<Loaded> {
  const rules = rulesOf(programme.rules)
  const all = await whoIsIn(read, programme.id)
  const [mentees, mentors] = [all.filter(isMentee), all.filter((one) => !isMentee(one))]
  const numbers = { mentees: numbered(mentees), mentors: numbered(mentors) }
  const apart = await keptApart(read, programme, rules, today)
  const pairs = apart.map(({ menteeId, mentorId }) => ({ by: menteeId, of: mentorId, rank: 1 }))
  const known = [...(await knownInCommon(read, programme.id, today))].flatMap(([by, own]) =>
    [...own].map(([of, rank]) => ({ by, of, rank })),
  )
  const wishes = (await wishesIn(read, programme.id)).map(({ personId, otherId, rank }) => ({
    ...{ by: personId, of: otherId, rank },
  }))
  const pool: Pool = {
    ...sidesOf(mentees, mentors),
    wishes: {
      mentees: lists(wishes, numbers.mentees, numbers.mentors),
      mentors: lists(wishes, numbers.mentors, numbers.mentees),
    },
    apart: lists(pairs, numbers.mentees, numbers.mentors),
    known: lists(known, numbers.mentees, numbers.mentors),
    ...{ rules, weights: weightsOf(programme.weights), seed: seedOf(programme.id) },
  }
  const locks = await locksIn(read, programme.id, numbers, pool)
  return { pool, menteeIds: ids(mentees), mentorIds: ids(mentors), ...numbers, locks }
}

const isMentee = ({ side }: Joined) => side === 'mentee'
const ids = (people: Joined[]) => people.map(({ personId }) => personId)
const numbered = (people: Joined[]): Numbers => new Map(people.map(({ personId }, no) => [personId, no]))

const wishesIn = (read: Read, programmeId: string) =>
  read
    .select()
    .from(programmeWishes)
    .where(eq(programmeWishes.programmeId, programmeId))
    .orderBy(asc(programmeWishes.rank), asc(programmeWishes.otherId))

/** Rows about people as lists of numbers; whoever is not in any more is left out. */
function lists(rows: { by: string; of: string; rank: number }[], owners: Numbers, others: Numbers) {
  const byOwner = groupBy(rows, ({ by }) => by)
  return listsOf(
    [...owners.keys()].map((owner) =>
      (byOwner.get(owner) ?? []).flatMap(({ of, rank }): [number, number][] => {
        const other = others.get(of)
        return other === undefined ? [] : [[other, rank]]
      }),
    ),
  )
}

/** Always the same for a programme: running again changes nothing unless people, wishes or rules did. */
const seedOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(-7), 16)
