import { mentoringWords, NOT_HERS } from './mentoring-grants.ts'
import { inGroup, LEFT, nearness, type Relation, type State, TOLD_TO_SCHOOLS } from './relations.ts'
import { TOKENS, type Token } from './tokens.ts'

/** Whose own school or group it is: its name is nothing of Tess's to them. */
const AT_CURRENT: Relation[] = ['colleague', 'schoolMentor', 'lead', 'leadColleague', 'whoBlockedHer']
const AT_PAST: Relation[] = ['formerColleague', 'formerLead']
const FOUND_BY_TWO_STEPS: Relation[] = ['twoSteps', 'classmate']

/**
 * What a relation may learn of Tess in a state, by any procedure at all, written from the rules in words:
 * the audiences are hers (pronouns: members; where she trained: her schools; ask me about: her groups; help with:
 * her ties; languages: only she; her school: her ties; schools before: only she), the dates of a tie are its two
 * people's, and a school's own lead knows who works there, since when, and the last day once it was told to the school.
 */
export function mayLearn(relation: Relation, state: State): Set<Token> {
  if (relation === 'self') return new Set(TOKENS.filter((token) => !NOT_HERS.includes(token)))
  const near = nearness(relation, state)
  const known = new Set<Token>([...ownPlaces(relation, state), ...mentoringWords(relation, state)])
  const add = (when: boolean, ...tokens: Token[]) => {
    if (when) for (const token of tokens) known.add(token)
  }
  const hasLeft = LEFT.includes(state)
  const isAt = AT_CURRENT.includes(relation)
  add(near >= 1, 'name', 'id', 'pronouns')
  add(near >= 2, 'trainedWith')
  add(near >= 3, 'askMeAbout')
  add(near >= 4, 'helpWith')
  add(near >= 4 && !hasLeft && state !== 'hidden', 'currentSchool', 'startDay', 'stintId')
  add(near >= 1 && isAt && !['hidden', 'told'].includes(state), 'startDay')
  add(near >= 1 && ['lead', 'leadColleague'].includes(relation) && !hasLeft, 'startDay', 'stintId')
  add(near >= 1 && isAt && hasLeft, 'lastDay')
  add(looksAfterToldOne(relation, state), 'lastDay')
  add(near >= 3 && state === 'arrived', 'futureSchool', 'futureDay', 'stintId')
  add(relation === 'futureLead' && state === 'arrived', 'futureDay', 'stintId')
  add(relation === 'schoolMentor' && near > 0, 'mentoringDay')
  add(near >= 4 && state === 'onBreak', 'returnDay')
  add(relation === 'formerColleague' && near > 0, 'sentence')
  add(state === 'optedIn' && FOUND_BY_TWO_STEPS.includes(relation), 'name', 'id', 'group')
  /** She said yes to taking part in what the lead of her group runs, whatever becomes of her place in the group. */
  add(relation === 'groupLead' && state !== 'everybodyBlocked', 'name')
  add(state === 'offering' && mayAskHer(relation, near), 'name', 'id', 'offerNote')
  return known
}

/**
 * Her offer is open: whoever sees her may find it, and people two steps away, but for whom she mentors already. Whoever
 * leads her school never does.
 */
export const mayAskHer = (relation: Relation, near: number) =>
  !['mentee', 'self', 'lead', 'leadColleague'].includes(relation) &&
  (near >= 1 || FOUND_BY_TWO_STEPS.includes(relation))

/** Everybody knows what their own places are called. */
function ownPlaces(relation: Relation, state: State): Token[] {
  const places: Token[] = []
  if (AT_CURRENT.includes(relation)) places.push('currentSchool')
  if (AT_PAST.includes(relation)) places.push('pastSchool')
  if (relation === 'futureLead') places.push('futureSchool')
  if (inGroup(relation, state) !== 'none') places.push('group')
  if (relation === 'groupLead') places.push('seatName')
  return places
}

/** Her school's lead, once she or the school itself said which day is her last. */
const looksAfterToldOne = (relation: Relation, state: State) =>
  ['lead', 'leadColleague'].includes(relation) && TOLD_TO_SCHOOLS.includes(state) && !LEFT.includes(state)
