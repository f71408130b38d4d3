import type { Store } from '@wirearchy/db'
import type { Day } from './day.ts'

/** A person's id. */
export type PersonId = string

/** Who asks, when it is, and which database. Every verb's first argument. */
export interface Ctx {
  store: Store
  /** UTC milliseconds; a test says what time it is. */
  now: number
  /** The civil day in London at `now`. */
  today: Day
  /** The person who asks, or null for a visitor, the job loop or an operator. */
  viewer: PersonId | null
  /** On whose behalf, when nobody is signed in. */
  actor: 'person' | 'school' | 'import' | 'system' | 'operator'
  /** The product's own address, for links in mails; never taken from a request. */
  origin: string
  /** For hashing codes and links. */
  secret: string
  /** True only in the demo, where letters stay readable in the outbox. */
  demo: boolean
  /** Ties one request's ledger entries together. */
  correlationId: string
  /** The in-memory index of who shared what with whom; null answers the same questions in SQL. */
  index: NetworkIndex | null
}

export interface MemberCtx extends Ctx {
  viewer: PersonId
}

/** What the verbs ask of the index: it proposes people by number, the database disposes. */
export interface NetworkIndex {
  /** Applies what the ledger has said since the last call; one small read when that is nothing. */
  catchUp(): Promise<void>
  /**
   * Everybody at a school on a day who may be tied to a person or two people from them: nobody whom the
   * database would name is missing. Numbers are `people.no` and `schools.no`.
   */
  near(personNo: number, schoolNo: number, asOf: Day): NearPerson[]
}

export interface NearPerson {
  no: number
  /** `known`: they know each other. `nearby`: they shared a school alone. `twoSteps`: somebody known is in between. */
  how: 'known' | 'nearby' | 'twoSteps'
}
