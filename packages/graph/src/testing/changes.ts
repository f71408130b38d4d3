import fc from 'fast-check'
import type { Change } from '../types.ts'
import type { Rows } from './rows.ts'
import { pair, person, SCHOOLS, span } from './worlds.ts'

const row = fc.nat(11)
const spans = fc.constantFrom('group' as const, 'school' as const)
const pairs = fc.constantFrom('mentorship' as const, 'connection' as const)

/** Any change: a new row, a later version of one, a row voided (there or not), a person hidden or shown. */
export const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ row, span: span(3) }).map(({ row, span: { confirmed, ...rest } }): Change => {
    return { kind: 'span', op: 'put', of: 'group', row, ...rest }
  }),
  fc.record({ row, span: span(SCHOOLS) }).map(({ row, span }): Change => {
    return { kind: 'span', op: 'put', of: 'school', row, ...span }
  }),
  fc.record({ row, of: pairs, pair }).map(({ row, of, pair }): Change => {
    return { kind: 'pair', op: 'put', of, row, ...pair }
  }),
  fc.record({ row, of: spans }).map((at): Change => ({ kind: 'span', op: 'void', ...at })),
  fc.record({ row, of: pairs }).map((at): Change => ({ kind: 'pair', op: 'void', ...at })),
  fc.record({ person, hidden: fc.boolean(), knownOnly: fc.boolean() }).map((flags): Change => {
    return { kind: 'person', op: 'put', ...flags }
  }),
)

const lists = {
  group: 'groupSpans',
  school: 'schoolSpans',
  mentorship: 'mentorships',
  connection: 'connections',
} as const

/** What the rows come to after a change, worked out without the index. */
export function after(rows: Rows, change: Change): Rows {
  if (change.kind === 'person') {
    const others = (people: number[]) => people.filter((one) => one !== change.person)
    const hidden = [...others(rows.hidden), ...(change.hidden ? [change.person] : [])]
    const knownOnly = [...others(rows.knownOnly), ...(change.knownOnly ? [change.person] : [])]
    return { ...rows, hidden, knownOnly }
  }
  const list = lists[change.of]
  const kept = rows[list].filter((each) => each.row !== change.row)
  if (change.op === 'void') return { ...rows, [list]: kept }
  const { kind, op, of, ...put } = change
  return { ...rows, [list]: [...kept, put] }
}
