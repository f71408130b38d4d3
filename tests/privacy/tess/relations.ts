/** The day it is while Tess’s world is made. */
export const TODAY = '2026-03-16'

/** Everybody who may ask about Tess, by what they are to her while she teaches at her current school. */
export const RELATIONS = [
  'self',
  'peer',
  'classmate',
  'mentor',
  'mentee',
  'formerMentor',
  'schoolMentor',
  'connection',
  'formerConnection',
  'colleague',
  'formerColleague',
  'lead',
  'leadColleague',
  'formerLead',
  'futureLead',
  'groupLead',
  'twoSteps',
  'stranger',
  'reviewer',
  'blockedByHer',
  'whoBlockedHer',
  'visitor',
] as const
export type Relation = (typeof RELATIONS)[number]

/** Those who sign in: everybody but the visitor. */
export const MEMBERS = RELATIONS.filter((relation) => relation !== 'visitor')

/** In words: peer trained with her on the same days, classmate in the same group on later days; lead looks after
 *  her school and never worked beside her, leadColleague did both; formerLead and futureLead look after the school
 *  she left and the one she may go to; twoSteps and classmate trained with peer; blockedByHer trained with her and is
 *  a connection, whoBlockedHer works beside her; reviewer is a stranger who looks after the list of schools. */
export const STATES = [
  'live',
  'lastDayToday',
  'lastDayYesterday',
  'moving',
  'movingQuietly',
  'movingOpenly',
  'leftOpenly',
  'arrived',
  'hidden',
  'told',
  'everybodyBlocked',
  'leftTeaching',
  'onBreak',
  'voided',
  'renamed',
  'cancelledMove',
  'optedIn',
  'reported',
  'offering',
] as const
export type State = (typeof STATES)[number]

/** States after Tess's last day at her current school. */
export const LEFT: State[] = ['lastDayYesterday', 'leftOpenly', 'arrived', 'leftTeaching']
/** States in which the schools of a move were told of it by her choice. */
export const TOLD_TO_SCHOOLS: State[] = ['movingOpenly', 'leftOpenly', 'arrived']

/** How near each is to her on the one scale: 5 oneself, 4 tie, 3 her group's lead, 2 her school today, 1 once there, 0 out of sight. */
const NEARNESS: Record<Relation, number> = {
  self: 5,
  peer: 4,
  classmate: 0,
  mentor: 4,
  mentee: 4,
  formerMentor: 4,
  schoolMentor: 4,
  connection: 4,
  formerConnection: 4,
  colleague: 2,
  formerColleague: 1,
  lead: 2,
  leadColleague: 2,
  formerLead: 0,
  futureLead: 0,
  groupLead: 3,
  twoSteps: 0,
  stranger: 0,
  reviewer: 0,
  blockedByHer: 0,
  whoBlockedHer: 0,
  visitor: 0,
}

/** What a state changes of that, and nothing else. */
export function nearness(relation: Relation, state: State): number {
  if (relation === 'self') return 5
  if (state === 'everybodyBlocked') return 0
  if (LEFT.includes(state)) {
    if (relation === 'lead') return 0
    if (relation === 'colleague' || relation === 'leadColleague') return 1
  }
  if (state === 'arrived' && relation === 'futureLead') return 2
  if ((state === 'hidden' || state === 'told') && relation === 'colleague') return 0
  if (state === 'voided' && (relation === 'peer' || relation === 'groupLead')) return 0
  return NEARNESS[relation]
}

export const sees = (relation: Relation, state: State) => nearness(relation, state) > 0

/** Who runs her training group, who is in it, and for whom there is no such group. */
export function inGroup(relation: Relation, state: State): 'lead' | 'member' | 'none' {
  if (relation === 'groupLead') return 'lead'
  if (relation === 'self') return state === 'voided' ? 'none' : 'member'
  return ['peer', 'classmate', 'blockedByHer'].includes(relation) ? 'member' : 'none'
}

/** True of those who look after Tess's current school today and are not kept out by her. */
export const looksAfter = (relation: Relation, state: State) =>
  ['lead', 'leadColleague'].includes(relation) && state !== 'everybodyBlocked' && !LEFT.includes(state)
