import { blocks, eq, mentorOffers } from '@wirearchy/db'
import { type Day, newId } from '@wirearchy/domain'
import { voidMembership } from '@wirearchy/domain/group'
import { rename, setAudience, startPause } from '@wirearchy/domain/person'
import { block } from '@wirearchy/domain/safety'
import { cancelMove, move, reportJoining } from '@wirearchy/domain/stint'
import { Move, ReportJoining, type Telling } from '@wirearchy/domain/stint/input'
import { canSee } from '@wirearchy/domain/visibility'
import { MEMBERS, type State, TODAY } from './relations.ts'
import { newTokens } from './tokens.ts'
import type { TessWorld } from './world.ts'

const LAST_DAY = '2026-03-20'
const QUIETLY: Telling = { ties: 'never', groups: 'never', old_school: 'never', new_school: 'never' }
const OPENLY: Telling = { ties: 'now', groups: 'now', old_school: 'now', new_school: 'now' }

/** What happens in each state. */
const STORIES: Record<State, (w: TessWorld) => Promise<unknown>> = {
  live: async () => {},
  lastDayToday: (w) => leaves(w, 'undecided'),
  lastDayYesterday: (w) => leaves(w, 'undecided'),
  leftTeaching: (w) => leaves(w, 'leaving_teaching'),
  moving: (w) => moves(w, { ...QUIETLY, ties: 'now' }),
  movingQuietly: (w) => moves(w, QUIETLY),
  movingOpenly: (w) => moves(w, OPENLY),
  leftOpenly: (w) => moves(w, OPENLY),
  arrived: (w) => moves(w, OPENLY),
  hidden: (w) => setAudience(hers(w), { current_school: 'only_me' }),
  /** Her stay is her own word alone; see `stays.ts`. */
  told: async () => {},
  everybodyBlocked: (w) => keepsEverybodyOut(w),
  onBreak: (w) => goesAway(w),
  voided: (w) => takenOff(w),
  renamed: (w) => goesByAnother(w),
  cancelledMove: async (w) => cancelMove(hers(w), await moves(w, OPENLY)),
  optedIn: (w) => setAudience(hers(w), { two_hops: 'members' }),
  reported: (w) => isReported(w),
  offering: (w) => offersAgain(w),
}

/** The day on which everybody then asks, when it is not the same day. */
const ASKED_ON: Partial<Record<State, Day>> = {
  lastDayToday: LAST_DAY,
  lastDayYesterday: '2026-03-21',
  leftTeaching: '2026-03-21',
  leftOpenly: '2026-08-20',
  arrived: '2026-09-08',
}

const hers = (w: TessWorld) => w.as(w.people.self)

/** Two people she keeps apart from in every state; then the story of this one. */
export async function live(w: TessWorld) {
  await block(hers(w), { personId: w.people.blockedByHer })
  await keepOut(w, w.people.whoBlockedHer, w.people.self)
  await STORIES[w.state](w)
  w.day = ASKED_ON[w.state] ?? TODAY
}

async function leaves(w: TessWorld, destination: 'undecided' | 'leaving_teaching') {
  w.tokens.lastDay = w.state === 'lastDayToday' ? [] : [LAST_DAY, '20 March 2026']
  await move(hers(w), Move.parse({ destination, leaveOn: LAST_DAY, telling: QUIETLY }))
}

async function moves(w: TessWorld, telling: Telling) {
  w.tokens.lastDay = ['2026-08-19', '19 August 2026']
  const days = { leaveOn: '2026-08-19', startOn: w.tokens.futureDay[0] as Day }
  const asked = Move.parse({ destination: 'school', schoolId: w.schools.future, ...days, telling })
  const { moveId } = await move(hers(w), asked)
  return { moveId }
}

async function keepsEverybodyOut(w: TessWorld) {
  const others = MEMBERS.filter((one) => !['self', 'blockedByHer', 'whoBlockedHer'].includes(one))
  for (const one of others) await keepOut(w, w.people.self, w.people[one as keyof TessWorld['people']])
}

/** By the verb, where one sees the other; else as a row, as if it had been done while they did. */
export async function keepOut(w: TessWorld, blockerId: string, blockedId: string) {
  if (await canSee(w.as(blockerId), blockedId)) return block(w.as(blockerId), { personId: blockedId })
  const row = { id: newId(w.house.ctx().now), blockerId, blockedId, createdAt: 1 }
  return w.store.tx((tx) => tx.insert(blocks).values(row))
}

const goesAway = (w: TessWorld) =>
  startPause(hers(w), {
    startedOn: '2026-03-02',
    expectedReturnOn: w.tokens.returnDay[0] as Day,
    audience: 'ties',
  })

const takenOff = ({ as, people, group }: TessWorld) =>
  voidMembership(as(people.groupLead), { slug: group.slug, personId: people.self, reason: 'by mistake' })

async function goesByAnother(w: TessWorld) {
  const [name] = newTokens().name
  w.tokens.earlierName = [...w.tokens.earlierName, ...w.tokens.name]
  w.tokens.name = [name as string]
  await rename(hers(w), { name: name as string, hidePrevious: true })
}

async function isReported({ as, people, schools, tokens }: TessWorld) {
  const about = { schoolId: schools.future, email: tokens.personalEmail[0], startsOn: tokens.futureDay[0] }
  await reportJoining(as(people.futureLead), ReportJoining.parse(about))
}

const offersAgain = ({ store, people }: TessWorld) =>
  store.tx((tx) =>
    tx.update(mentorOffers).set({ closedAt: null }).where(eq(mentorOffers.personId, people.self)),
  )
