import { covers, type Day, isOver } from '@wirearchy/domain'
import type { Level } from '@wirearchy/domain/visibility'
import type { Phase, Region } from './choices.ts'
import type { PersonFacts, Stay } from './facts.ts'
import { PHASE_WORDS, REGION_WORDS, stageWord } from './words.ts'

/** One line of a person's page: "Subjects: Physics, Maths". */
export interface ProfileLine {
  field: string
  label: string
  text: string
}

/** What one viewer may read of a person. Parts they may not see are simply not there. */
export interface Profile {
  id: string
  name: string
  lines: ProfileLine[]
  /** Where they are now. */
  now: Stay[]
  /** Where they were, latest first. */
  before: Stay[]
  /** Where they will be; only ever on one's own page. */
  next: Stay[]
  /** On a break that this viewer may know of. */
  away: { until: string | null } | null
}

/**
 * A person as the holders of these audience levels see them: the one projection behind every page
 * about a person and every "view as".
 * @param sees whether this viewer may see a stay; by its audience when not said
 */
export function project(
  facts: PersonFacts,
  allowed: ReadonlySet<Level>,
  sees = byAudience(facts, allowed),
): Profile {
  const { id, name, today } = facts
  const stays = facts.stays.filter(sees).map(allowed.has('only_me') ? asItIs : lastDayToItself(today))
  return {
    id,
    name,
    lines: lines(facts).filter(({ field }) => allowed.has(facts.audiences[field])),
    now: stays.filter((stay) => covers(stay, today)),
    before: stays.filter((stay) => isOver(stay, today)).reverse(),
    next: stays.filter(({ startedOn }) => startedOn > today),
    away: awayOf(facts, allowed),
  }
}

const asItIs = (stay: Stay) => stay

/** To others a stay goes on until its last day is behind it: who is told of a leaving, and when, is its owner's word. */
export const lastDayToItself =
  (today: Day) =>
  (stay: Stay): Stay =>
    isOver(stay, today) ? stay : { ...stay, finishedOn: null }

/** A live stay follows its own audience, else that of "where you are now"; a past one needs both to agree. */
const byAudience =
  ({ audiences, today }: PersonFacts, allowed: ReadonlySet<Level>) =>
  (stay: Stay): boolean => {
    if (allowed.has('only_me')) return true
    if (stay.startedOn > today) return false
    if (covers(stay, today)) return allowed.has(stay.audience ?? audiences.current_school)
    return allowed.has(audiences.past_stints) && allowed.has(stay.audience ?? 'members')
  }

function lines({ profile }: PersonFacts) {
  if (!profile) return []
  const { nation, stage, phase, region } = profile
  const all = [
    { field: 'pronouns', label: 'Pronouns', text: profile.pronouns },
    { field: 'stage', label: 'Stage', text: stage && stageWord(stage, nation) },
    { field: 'phase', label: 'Phase', text: phase && (PHASE_WORDS[phase as Phase] ?? phase) },
    { field: 'subjects', label: 'Subjects', text: profile.subjects.join(', ') },
    { field: 'trained_with', label: 'Trained', text: profile.trainedWith },
    { field: 'languages', label: 'Languages', text: profile.languages.join(', ') },
    { field: 'region', label: 'Region', text: region && (REGION_WORDS[region as Region] ?? region) },
    { field: 'ask_me_about', label: 'Ask me about', text: profile.askMeAbout },
    { field: 'help_with', label: 'Would like help with', text: profile.helpWith },
  ] as const
  return all.flatMap(({ text, ...line }) => (text ? [{ ...line, text }] : []))
}

function awayOf({ pauses, today }: PersonFacts, allowed: ReadonlySet<Level>) {
  const pause = pauses.find((one) => covers(one, today) && allowed.has(one.audience))
  return pause ? { until: pause.expectedReturnOn } : null
}
