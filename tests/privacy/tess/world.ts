import { eq, moveClaims, moves, type Store } from '@wirearchy/db'
import type { Day, MemberCtx } from '@wirearchy/domain'
import { giveAccount } from '@wirearchy/domain/account'
import { testHouse } from '@wirearchy/domain/testing'
import { fillGroups } from './groups.ts'
import { fillMentoring } from './mentoring.ts'
import { fillPeople } from './people.ts'
import { MEMBERS, type Relation, type State, TODAY } from './relations.ts'
import { fillReview } from './review.ts'
import { live } from './states.ts'
import { fillStays } from './stays.ts'
import { newTokens, type Tokens } from './tokens.ts'

/** A house in which everybody stands around Tess, each in one relation. */
export interface TessWorld {
  state: State
  store: Store
  tokens: Tokens
  day: Day
  as(viewer: string, on?: Day): MemberCtx
  house: ReturnType<typeof testHouse>
  people: Record<Exclude<Relation, 'visitor'>, string>
  accounts: Record<string, string>
  /** Others who are needed, of whom nobody asks. */
  confidant: string
  newcomer: string
  schools: Record<'current' | 'past' | 'future' | 'elsewhere', string>
  group: { id: string; slug: string; code: string; linkId: string; seatId: string; importId: string }
  /** Rows of Tess's own that somebody might ask for by id. */
  hers: Record<
    | 'stintId'
    | 'moveId'
    | 'claimId'
    | 'mentorshipId'
    | 'requestId'
    | 'addressId'
    | 'invitation'
    | 'changeId'
    | 'toldSchoolId'
    | MentoringId,
    string
  >
}

/**
 * Rows of her mentoring. `needId` is her request for support and `askId` the turn in it of `connection`, who has the
 * clock; `informalMentorshipId` is with `mentor`, with whom the notes, the goal, the meeting and the check-in are, and
 * `mentorshipId` the school's with `schoolMentor`, whose page was handed over. The programmes are run by `groupLead`.
 */
export type MentoringId =
  | 'needId'
  | 'askId'
  | 'informalMentorshipId'
  | 'goalId'
  | 'stepId'
  | 'meetingId'
  | 'noteId'
  | 'privateNoteId'
  | 'mentorsNoteId'
  | 'checkInId'
  | 'handoverId'
  | 'apartId'
  | 'hoursId'
  | 'hoursId'
  | 'feedId'
  | 'linkId'
  | 'programmeId'
  | 'publishedId'
  | 'runId'
  | 'programmePairId'
  | 'placeId'
  | 'wishId'

/** Makes the world of one state with the verbs of the product, and puts the clock where the state has it. */
export async function tessWorld(state: State): Promise<TessWorld> {
  const house = testHouse(TODAY)
  const w = { state, house, store: house.store, as: house.as, tokens: newTokens(), day: TODAY } as TessWorld
  w.people = await fillPeople(w)
  w.accounts = await giveAccounts(w)
  await fillStays(w)
  await fillGroups(w)
  await fillReview(w)
  await fillMentoring(w)
  await live(w)
  await findHers(w)
  house.itIs(w.day)
  return w
}

async function giveAccounts(w: TessWorld) {
  const accounts: Record<string, string> = {}
  for (const relation of MEMBERS) {
    const personId = w.people[relation]
    const email = relation === 'self' ? (w.tokens.personalEmail[0] as string) : `${relation}@home.example`
    accounts[relation] = await w.store.tx((tx) => giveAccount(tx, w.house.ctx(), { personId, email }))
  }
  return accounts
}

async function findHers(w: TessWorld) {
  const { read } = w.store
  const [move] = await read.select().from(moves).where(eq(moves.personId, w.people.self))
  const claims = await read.select().from(moveClaims).where(eq(moveClaims.personId, w.people.self))
  const reported = claims.find(({ byAs, acceptedAt }) => byAs === 'new_school' && acceptedAt === null)
  w.hers.moveId = move?.id ?? ''
  w.hers.claimId = reported?.id ?? ''
  if (move) w.tokens.moveId = [move.id]
  w.tokens.id = [w.people.self]
  w.tokens.stintId = [w.hers.stintId]
}
