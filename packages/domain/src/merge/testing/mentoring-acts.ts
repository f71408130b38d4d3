import type { Store } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { type Cell, insertRow, type Row } from '../journal.ts'
import type { Dice } from './world.ts'

interface Place {
  store: Store
  dice: Dice
  now: () => number
  /** One of the two records. */
  self: () => string
  /** Two people, one of them one of the two records. */
  pair: () => [string, string]
  others: string[]
  groups: string[]
}

/** Acts of mentoring, rows as its verbs write them: offers, requests, programmes, and how letters may come. */
export async function mentoringActs({ store, dice, now, self, pair, others, groups }: Place) {
  const any = <Item>(items: readonly Item[]) => items[dice.below(items.length)] as Item
  const insert = (table: string, row: Row) => store.tx((tx) => insertRow(tx, table, row))
  const write = (table: string, row: Row) => insert(table, { id: newId(now()), ...row })
  const turned = () => (dice.below(2) ? pair() : (pair().reverse() as [string, string]))
  const maybe = (value: Cell) => (dice.below(2) ? value : null)
  const programmeId = newId(now())
  const requests: { id: string; askerId: string; asked: Set<string> }[] = []
  const runs: string[] = []
  /** Who has a place in the programme, on which side. */
  const placed = new Set<string>()
  await insert('programmes', {
    ...{
      id: programmeId,
      name: 'Mentors',
      group_id: groups[0] ?? '',
      unit: 'year',
      rules: '{}',
      weights: '{}',
    },
    ...{ created_by_id: any(others), created_at: 1 },
  })

  async function request() {
    const id = newId(now())
    const how = { unit: 'call', need: 'Help', topics: '[]', ways: '[]', soon: 'fortnight' }
    const asker_id = dice.below(2) ? self() : any(others)
    await insert('mentoring_requests', { id, asker_id, ...how, state: 'open', created_at: now() })
    requests.push({ id, askerId: asker_id, asked: new Set() })
    for (const rank of [1, 2, 3]) await ask(rank)
  }

  async function ask(rank: number) {
    const state = rank === 1 ? any(['asked', 'question', 'declined', 'passed']) : any(['next', 'closed'])
    const mentor_id = dice.below(3) ? self() : any(others)
    const { id, askerId, asked } = any(requests)
    if (mentor_id === askerId || asked.has(mentor_id)) return
    asked.add(mentor_id)
    await write('mentoring_asks', { request_id: id, mentor_id, rank, state, created_at: 1 })
  }

  async function run() {
    const id = newId(now())
    const made = { programme_id: programmeId, no: runs.length + 1, rules: '{}', weights: '{}', figures: '{}' }
    await insert('programme_runs', { id, ...made, created_by_id: self(), created_at: 1 })
    runs.push(id)
    for (let n = 0; n < 3; n += 1) {
      const [mentee_id, mentor_id] = turned()
      await write('programme_pairs', {
        run_id: id,
        mentee_id,
        mentor_id: maybe(mentor_id),
        reasons: '["town"]',
      })
    }
  }

  const fix = () => {
    const [mentee_id, mentor_id] = turned()
    const row = { programme_id: programmeId, mentee_id, mentor_id, by_id: self(), does: any(['bar', 'lock']) }
    return write('programme_fixes', { ...row, created_at: 1, lifted_at: maybe(2) })
  }

  return [
    request,
    request,
    run,
    fix,
    fix,
    () => {
      const offer = { topics: '[]', phases: '[]', subjects: '[]', ways: '["phone"]', note: maybe('Ask me') }
      const row = { person_id: self(), ...offer, opened_at: 1, updated_at: 1, closed_at: maybe(2) }
      return insert('mentor_offers', row)
    },
    () => write('mentor_places', { person_id: self(), unit: any(['question', 'call', 'year']), places: 2 }),
    () => {
      const start_minute = 900 + dice.below(100)
      const time = { weekday: 1 + dice.below(5), start_minute, end_minute: start_minute + 60, way: 'phone' }
      return write('mentor_hours', { person_id: self(), ...time })
    },
    () => {
      const [person_id, other_id] = turned()
      return write('kept_apart', { person_id, other_id, why: 'dispute', created_at: 1, lifted_at: maybe(2) })
    },
    () => {
      const [side, person_id] = [any(['mentor', 'mentee']), self()]
      if (placed.has(side + person_id)) return Promise.resolve()
      placed.add(side + person_id)
      const row = { programme_id: programmeId, side, person_id, added_by_id: self(), joined_at: maybe(2) }
      return write('programme_people', { ...row, created_at: 1 })
    },
    () => {
      const [person_id, other_id] = turned()
      return write('programme_wishes', {
        programme_id: programmeId,
        person_id,
        other_id,
        rank: 1 + dice.below(5),
      })
    },
    () =>
      insert('notice_choices', {
        person_id: self(),
        kind: any(['moved', 'asked']),
        pace: any(['now', 'off']),
      }),
    () => insert('quiet_hours', { person_id: self(), start_minute: dice.below(1000) }),
    () => write('calendar_feeds', { person_id: self(), created_at: 1 }),
    () =>
      write('letter_links', { person_id: self(), act: 'none', input: '{}', created_at: 1, expires_at: 9 }),
  ]
}
