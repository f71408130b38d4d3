import { inArray, insertMany, schoolWords, type Tx } from '@wirearchy/db'
import { fold, foldPostcode, indexWords } from '../fold.ts'

/** What a school is found by. */
export interface Findable {
  id: string
  name: string
  isClosed: boolean
  /** Its references in the registers: URN, SEED code, 000-0000. */
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
  keep(PLACE, [
    ...indexWords(school.town ?? ''),
    ...postcodeWords(school.postcode),
    ...school.refs.flatMap(indexWords),
  ])
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

/** Keeps words of schools that have none yet, in the order of the index, of which each page is then looked for once. */
export const addWords = (tx: Tx, words: SchoolWord[]) =>
  insertMany(
    tx,
    schoolWords,
    words.toSorted((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : a.weight - b.weight)),
  )

/** Writes schools' words anew. A name that one no longer has still finds it, behind everything else. */
export async function rewriteWords(tx: Tx, schools: Findable[]) {
  if (schools.length === 0) return
  const ids = schools.map(({ id }) => id)
  const before = await tx.select().from(schoolWords).where(inArray(schoolWords.schoolId, ids))
  await tx.delete(schoolWords).where(inArray(schoolWords.schoolId, ids))
  const former = new Map<string, SchoolWord[]>()
  for (const row of before.filter(({ weight }) => isOfName(weight)))
    former.set(row.schoolId, [...(former.get(row.schoolId) ?? []), row])
  await addWords(
    tx,
    schools.flatMap((school) => withFormer(school, former.get(school.id) ?? [])),
  )
}

function withFormer(school: Findable, former: SchoolWord[]): SchoolWord[] {
  const now = wordsOf(school)
  const kept = new Set(now.map(({ word }) => word))
  const weight = FORMER_NAME + (school.isClosed ? CLOSED : 0)
  return [...now, ...former.flatMap((row) => (kept.has(row.word) ? [] : [{ ...row, weight }]))]
}

const isOfName = (weight: number) => [NAME, FORMER_NAME].includes(weight % CLOSED)
