import { fold } from '../../fold.ts'

/**
 * Every type of link the register has used (domain.md 5.6), folded, and which of its two schools came
 * after: 'next' when the linked school followed this one, 'before' when this one followed it, null when
 * the word does not say. "Result of Amalgamation" stands in both schools' rows alike, so it does not say.
 */
const TYPES: Record<string, 'next' | 'before' | null> = {
  successor: 'next',
  'successor merged': 'next',
  'successor amalgamated': 'next',
  'successor split school': 'next',
  predecessor: 'before',
  'predecessor merged': 'before',
  'predecessor amalgamated': 'before',
  'predecessor split school': 'before',
  'result of amalgamation': null,
  'merged expansion in school capacity and changer in age range': null,
  'merged expansion of school capacity': null,
  'merged change in age range': null,
  'sixth form centre school': null,
  'sixth form centre link': null,
  'children s centre link': null,
  'childrens centre link': null,
  expansion: null,
  closure: null,
  other: null,
}

/** Which way a link points in time: 'next' to a successor, 'before' to a predecessor, null neither. */
export const directionOf = (linkType: string) => TYPES[fold(linkType)] ?? null

/** Whether we know what a type of link means. */
export const isKnownType = (linkType: string) => fold(linkType) in TYPES
