import { type Store, sql } from '@wirearchy/db'
import { addDays, type Day, newId, Problem } from '@wirearchy/domain'
import { giveAccount } from '@wirearchy/domain/account'
import { nextNo } from '@wirearchy/domain/ledger'
import { tieRows } from '@wirearchy/domain/network'
import { addIdentifier, rename, setAudience } from '@wirearchy/domain/person'
import { adopt, correctStint, importStint, removeStint } from '@wirearchy/domain/stint'
import { testHouse } from '@wirearchy/domain/testing'
import { LEVELS } from '@wirearchy/domain/visibility'
import type { Row } from '../journal.ts'
import { insertRow } from '../journal.ts'
import { mentoringActs } from './mentoring-acts.ts'

/** Dice for one world, moved by its numbers alone. */
export interface Dice {
  below(n: number): number
}

const TODAY: Day = '2026-01-05'
const FIRST: Day = '2024-01-01'

/**
 * A small random world around two records: stays, groups, mentors, connections, blocks, questions, mentoring, breaks, grants,
 * preferences, audiences and names of both, with four others. What the database refuses is not in it.
 */
export async function randomWorld(dice: Dice, acts: number) {
  const house = testHouse(TODAY)
  const { store } = house
  const names = ['Ana Shah', 'Ana Lowe', 'Ben', 'Cy', 'Dan', 'Eve']
  const ids: string[] = []
  for (const name of names) ids.push(await house.person(name))
  const [winner, loser, ...others] = ids as [string, string, ...string[]]
  const schools = [await house.school('Ashfield'), await house.school('Birch'), await house.school('Cedar')]
  const groups = [await house.trainedTogether(others), await house.trainedTogether([])]
  for (const id of ids)
    await store.tx((tx) => giveAccount(tx, house.ctx(), { personId: id, email: `${id}@home.example` }))
  const any = <Item>(items: readonly Item[]) => items[dice.below(items.length)] as Item
  const days = () => {
    const startedOn = addDays(FIRST, dice.below(900))
    return {
      started_on: startedOn,
      finished_on: dice.below(3) === 0 ? null : addDays(startedOn, dice.below(400)),
    }
  }
  const selves = [winner, loser]
  const self = () => any(selves)
  const pair = () => {
    const one = self()
    return [one, any([...selves, ...others].filter((id) => id !== one))] as [string, string]
  }
  const write = (table: string, row: Row, numbered?: 'group_memberships' | 'connections' | 'mentorships') =>
    store.tx(async (tx) => {
      const no: Row = numbered ? { no: await nextNo(tx, numbered) } : {}
      await insertRow(tx, table, { id: newId(house.ctx().now), ...no, ...row })
    })

  const ACTS: (() => Promise<unknown>)[] = [
    () => stay(self()),
    () => stay(self()),
    () => stay(self()),
    () => stay(any(others)),
    () =>
      write(
        'group_memberships',
        { ...days(), group_id: any(groups), person_id: self(), joined_at: 1 },
        'group_memberships',
      ),
    () =>
      write(
        'group_memberships',
        { ...days(), group_id: any(groups), person_id: any([...selves, ...others]), joined_at: 1 },
        'group_memberships',
      ),
    () => {
      const [person_lo, person_hi] = pair().sort() as [string, string]
      return write('connections', { ...days(), person_lo, person_hi, created_at: 1 }, 'connections')
    },
    statutory,
    statutory,
    corrected,
    async () => removeStint(house.as(self()), { stintId: (await someStay()).id }),
    () => {
      const [mentor_id, mentee_id] = dice.below(2) ? pair() : pair().reverse()
      const row = {
        mentor_id: mentor_id as string,
        mentee_id: mentee_id as string,
        kind: 'informal',
        created_at: 1,
      }
      return write('mentorships', { ...days(), ...row }, 'mentorships')
    },
    () => {
      const [blocker_id, blocked_id] = (dice.below(2) ? pair() : pair().reverse()) as [string, string]
      return write('blocks', { blocker_id, blocked_id, created_at: 1, lifted_at: dice.below(3) ? null : 2 })
    },
    () => {
      const [from_id, to_id] = (dice.below(2) ? pair() : pair().reverse()) as [string, string]
      const state = any(['open', 'open', 'declined', 'accepted', 'withdrawn'])
      return write('connection_requests', {
        from_id,
        to_id,
        sentence: 'Hello',
        state,
        created_at: dice.below(9),
      })
    },
    () => {
      const [person_id, other_id] = (dice.below(2) ? pair() : pair().reverse()) as [string, string]
      const row = { person_id, other_id, pinned: dice.below(2), muted: dice.below(2), hidden: dice.below(2) }
      return store.tx((tx) => insertRow(tx, 'tie_preferences', row))
    },
    () => write('pauses', { ...days(), person_id: self(), audience: any(LEVELS) }),
    () =>
      write('group_leads', { ...days(), group_id: any(groups), person_id: self(), granted_by: 'operator' }),
    () =>
      write('school_leads', {
        ...days(),
        school_id: any(schools),
        person_id: self(),
        granted_by: 'operator',
      }),
    () => write('register_reviewers', { ...days(), person_id: self(), granted_by: 'operator' }),
    () => setAudience(house.as(self()), { [any(['stage', 'current_school', 'past_stints'])]: any(LEVELS) }),
    () =>
      rename(house.as(self()), {
        name: `Ana ${any(['Bell', 'Carr', 'Dunn'])}`,
        hidePrevious: dice.below(4) === 0,
      }),
    () =>
      addIdentifier(house.as(self()), {
        scheme: 'trn',
        issuer: null,
        value: String(1_000_000 + dice.below(50)),
      }),
    () => {
      const [person_id, about_person_id] = pair()
      const row = { person_id, about_person_id, kind: 'group.joined', show_from: 1, created_at: 1 }
      return write('notifications', { ...row, refs: JSON.stringify({ other: about_person_id }) })
    },
  ]

  async function stay(personId: string) {
    const { started_on: startedOn, finished_on: finishedOn } = days()
    const given = {
      personId,
      schoolId: any(schools),
      kind: any(['employed', 'employed', 'placement'] as const),
    }
    await store.tx((tx) =>
      importStint(tx, house.ctx(), {
        ...given,
        role: any(['teacher', 'mentor'] as const),
        startedOn,
        finishedOn,
      }),
    )
  }

  /** A stay of hers that stands. */
  async function someStay() {
    const rows = await store.read.rows<{ id: string; personId: string; kind: 'employed' }>(sql`
      select id, person_id as "personId", kind from stints
      where person_id in (${winner}, ${loser}) and voided_at is null order by no`)
    if (rows.length === 0) throw new Problem('not_found', 'There is none.')
    return any(rows)
  }

  async function corrected() {
    const { id: stintId, personId, kind } = await someStay()
    const { started_on: startedOn, finished_on: finishedOn } = days()
    const said = { stintId, kind, role: 'teacher' as const, pattern: null, startedOn, finishedOn }
    await correctStint(house.as(personId), said)
  }

  /** A statutory mentorship of two stays at one school, on days that both cover. */
  async function statutory() {
    const both = await store.read.rows<Row>(sql`
      select a.id as mentor_stint_id, a.person_id as mentor_id, b.id as mentee_stint_id, b.person_id as mentee_id,
        max(a.started_on, b.started_on) as started_on,
        nullif(min(coalesce(a.finished_on, '9999-12-31'), coalesce(b.finished_on, '9999-12-31')), '9999-12-31') as finished_on
      from stints a join stints b on b.school_id = a.school_id and b.person_id <> a.person_id
        and a.started_on <= coalesce(b.finished_on, '9999-12-31') and b.started_on <= coalesce(a.finished_on, '9999-12-31')
      where ${winner} in (a.person_id, b.person_id) or ${loser} in (a.person_id, b.person_id) order by a.no, b.no`)
    if (both.length > 0)
      await write('mentorships', { ...any(both), kind: 'statutory', created_at: 1 }, 'mentorships')
  }

  /** Lives through so many acts; what the database or a verb refuses is not among them. */
  async function live(many: number, acts = ACTS) {
    for (let n = 0; n < many; n += 1) {
      try {
        await any(acts)()
      } catch (error) {
        const isAnswer = error instanceof Problem || /overlap|UNIQUE|CHECK|inside/.test(String(error))
        if (!isAnswer) throw error
      }
    }
  }
  await live(acts)
  const now = () => house.ctx().now
  const support = await mentoringActs({ store, dice, now, self, pair, others, groups })
  await live(acts / 2, support)
  for (const id of [winner, loser]) await store.tx((tx) => adopt(tx, house.ctx(), id))
  return {
    ...{ ...house, winner, loser, others },
    ties: (id: string) => tiesOf(house, id),
    /** From here on she has one record, and acts on it. */
    asOne: () => void selves.pop(),
    async live(many: number) {
      await live(many)
      await live(many / 2, support)
    },
  }
}

export type World = Awaited<ReturnType<typeof randomWorld>>

/** Whom a person is tied to, by kind, before anybody's sight: "kind other" → its first day. */
async function tiesOf({ store }: { store: Store }, id: string): Promise<Map<string, Day>> {
  const rows = await store.read.rows<{ other_id: string; kind: string; started_on: Day }>(
    sql`${tieRows(id, '2099-01-01', TODAY)}`,
  )
  const first = new Map<string, Day>()
  for (const { other_id, kind, started_on } of rows) {
    const key = `${kind} ${other_id}`
    const known = first.get(key)
    if (!known || started_on < known) first.set(key, started_on)
  }
  return first
}
