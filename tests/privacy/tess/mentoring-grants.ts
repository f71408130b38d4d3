import type { Relation, State } from './relations.ts'
import type { Token } from './tokens.ts'

/** What her mentor alone wrote down, which she herself never reads. */
export const NOT_HERS: Token[] = ['mentorsNote', 'mentorsLine']

/** Everything that she wrote for her mentoring, or about it. */
export const HER_WORDS: Token[] = [
  ...(['need', 'answer', 'offerNote', 'aims', 'stopping', 'goal', 'step', 'place', 'hopedFor'] as const),
  ...([
    'cancelReason',
    'sharedNote',
    'privateNote',
    'checkInLine',
    'endSentence',
    'thanks',
    'endReason',
  ] as const),
  ...(['draft', 'handover', 'handoverWord', 'schoolNote', 'noteToMentee', 'noteOnMentee'] as const),
  ...(['noticeKind', 'linkInput', 'department', 'town', 'link'] as const),
]

/** What is said in a space, by whom Tess shares it with; nobody else learns a word of it, whoever they are to her. */
const SHARED: Partial<Record<Relation, Token[]>> = {
  mentor: [
    ...(['aims', 'stopping', 'goal', 'step', 'place', 'hopedFor', 'cancelReason', 'sharedNote'] as const),
    ...NOT_HERS,
    ...(['handover', 'handoverWord'] as const),
  ],
  schoolMentor: ['schoolNote', 'handover', 'handoverWord'],
  formerMentor: ['endSentence', 'thanks'],
  mentee: ['noteToMentee'],
  /** Who is asked reads what for, and what she answered to their question. */
  connection: ['need', 'answer'],
  /** Whoever runs a programme knows what its people said so that they can be matched. */
  groupLead: ['department', 'town'],
}

/** Words of her mentoring that a relation may learn in a state: none past a block, and none by leading, owning or running anything. */
export function mentoringWords(relation: Relation, state: State): Token[] {
  if (state === 'everybodyBlocked') return []
  return SHARED[relation] ?? []
}
