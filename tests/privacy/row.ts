import { inGroup, LEFT, type Relation, type State, sees } from './tess/relations.ts'
import type { Token } from './tess/tokens.ts'
import type { TessWorld } from './tess/world.ts'

/** How asking may go. `settled` is whatever the asker's own rows make of it, but never a fault and never hidden. */
export type Outcome =
  | 'ok'
  | 'not_found'
  | 'not_allowed'
  | 'signed_out'
  | 'bad_input'
  | 'conflict'
  | 'gone'
  | 'settled'

/** Rows of Tess's, or ids of nobody's: a refusal must not tell them apart. */
export type Target = Pick<TessWorld, 'hers' | 'group' | 'schools'> & { personId: string }

/** One procedure: who may ask it, how, and what comes of it for every relation in every state. */
export interface Row {
  door: 'open' | 'door' | 'member' | 'demo'
  /** The input, made from the world; none for a procedure that takes none. */
  input?: (target: Target, w: TessWorld, relation: Relation) => unknown
  /** How it goes for those who are signed in (and, for an open one, for all). */
  goes: (relation: Relation, state: State) => Outcome
  /** Tokens that this one procedure may tell beyond what the relation may learn anyway. */
  also?: (relation: Relation, state: State) => Token[]
  /** True when it asks of somebody or something of Tess's, so that nobody's id must read the same where hers is hidden. */
  isAboutHer?: boolean
  /** Asked in these states alone: what it does costs much and does not look at Tess. */
  states?: State[]
}

export const EVERY_UUID = '00000000-0000-7000-8000-000000000000'

/** Everybody gets an answer of their own. */
export const own: Row = { door: 'member', goes: () => 'ok' }
/** A change of one's own that does not look at Tess. */
export const ownWrite: Row = { door: 'member', goes: () => 'ok', states: ['live'] }
/** Everybody's own rows decide. */
export const settled: Row = { door: 'member', goes: () => 'settled' }
/** A question about Tess: an answer to who sees her, and nothing at all to everybody else. */
export const aboutHer = (input: Row['input'], rest: Partial<Row> = {}): Row => ({
  door: 'member',
  input,
  goes: (relation, state) => (sees(relation, state) ? 'ok' : 'not_found'),
  isAboutHer: true,
  ...rest,
})
/** A row of Tess's that is hers alone to ask for. */
export const hersAlone = (input: Row['input'], hers: Outcome = 'settled', rest: Partial<Row> = {}): Row => ({
  door: 'member',
  input,
  goes: (relation) => (relation === 'self' ? hers : 'not_found'),
  isAboutHer: true,
  ...rest,
})
/** Her training group: for everybody in it. */
export const forMembers = (input: Row['input'], rest: Partial<Row> = {}): Row => ({
  door: 'member',
  input,
  goes: (relation, state) => (inGroup(relation, state) === 'none' ? 'not_found' : 'ok'),
  isAboutHer: true,
  ...rest,
})
/** Her training group: for whoever runs it. */
export const forItsLead = (input: Row['input'], lead: Outcome = 'ok', rest: Partial<Row> = {}): Row => ({
  door: 'member',
  input,
  goes: (relation, state) =>
    ({ lead, member: 'not_allowed' as const, none: 'not_found' as const })[inGroup(relation, state)],
  isAboutHer: true,
  ...rest,
})
/** Something about Tess in the group that its lead may do while they see her, and perhaps she herself. */
export const aboutAMember = (input: Row['input'], lead: Outcome, herself?: Outcome): Row => ({
  ...forItsLead(input, lead),
  goes(relation, state) {
    const place = inGroup(relation, state)
    if (relation === 'self' && place === 'member' && herself) return herself
    if (place === 'lead') return sees(relation, state) ? lead : 'not_found'
    return place === 'member' ? 'not_allowed' : 'not_found'
  },
})
/** Not found outside the demo, whoever asks. */
export const inTheDemo = (input?: unknown): Row => ({
  door: 'demo',
  ...(input === undefined ? {} : { input: () => input }),
  goes: () => 'not_found',
})

export const ONCE: State[] = ['live']
export const hasLeft = (state: State) => LEFT.includes(state)
