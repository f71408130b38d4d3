import { eq, insertMany, schoolWords, type Tx } from '@wirearchy/db'
import { fold, foldPostcode, indexWords } from '../fold.ts'

/** What a school is found by. */
export interface Findable {
  id: string
  name: string
  isClosed: boolean
  refs: string[]
  town?: string | null
  postcode?: string | null
  locality?: string | null
  laName?: string | null
}

/** Lighter is met first: a name before a place, and (`CLOSED`) every open school before a closed one. */
const NAME = 0
const PLACE = 1
const AROUND = 2
const FORMER_NAME = 3
const CLOSED = 10

/** A whole folded name is kept as one word behind this sign, which no folded word can hold. */
export const WHOLE_NAME = '='

export interface SchoolWord {
  word: string
  schoolId: string
  weight: number
}

/** Every word under which a school is kept for search, once each, at its lightest. */
export function wordsOf(school: Findable): SchoolWord[] {
  const words = new Map<string, number>()
  const keep = (weight: number, found: string[]) => {
    for (const word of found) if (!words.has(word)) words.set(word, weight)
  }
  keep(NAME, [WHOLE_NAME + fold(school.name), ...indexWords(school.name), ...otherWritings(school.name)])
  keep(PLACE, [...indexWords(school.town ?? ''), ...postcodeWords(school.postcode), ...school.refs])
  keep(AROUND, [...indexWords(school.locality ?? ''), ...indexWords(school.laName ?? '')])
  const heavier = school.isClosed ? CLOSED : 0
  return [...words].map(([word, weight]) => ({ word, schoolId: school.id, weight: weight + heavier }))
}

const FAITHS: [RegExp, string[]][] = [
  [/\b(cofe|c of e|ce|church of england)\b/, ['cofe', 'c', 'of', 'e', 'ce', 'church', 'england']],
  [/\b(rc|roman catholic)\b/, ['rc', 'roman', 'catholic']],
]

/** "CofE" is also looked for as "Church of England", and "RC" as "Roman Catholic". */
function otherWritings(name: string): string[] {
  const folded = fold(name)
  return FAITHS.flatMap(([written, words]) => (written.test(folded) ? words : []))
}

function postcodeWords(text: string | null | undefined): string[] {
  const whole = foldPostcode(text ?? '')
  return whole ? [whole, whole.slice(0, -3), whole.slice(-3)] : []
}

/** Keeps words of schools that have none yet. */
export const addWords = (tx: Tx, words: SchoolWord[]) => insertMany(tx, schoolWords, words)

/** Writes a school's words anew. A name it no longer has still finds it, behind everything else. */
export async function rewriteWords(tx: Tx, school: Findable) {
  const before = await tx.select().from(schoolWords).where(eq(schoolWords.schoolId, school.id))
  const now = wordsOf(school)
  const kept = new Set(now.map(({ word }) => word))
  const heavier = school.isClosed ? CLOSED : 0
  const former = before.filter(({ word, weight }) => isOfName(weight) && !kept.has(word))
  await tx.delete(schoolWords).where(eq(schoolWords.schoolId, school.id))
  await addWords(tx, [...now, ...former.map((row) => ({ ...row, weight: FORMER_NAME + heavier }))])
}

const isOfName = (weight: number) => [NAME, FORMER_NAME].includes(weight % CLOSED)
