import { type Reader, type SQL, schoolWords, sql } from '@wirearchy/db'
import { WHOLE_NAME } from '../words.ts'
import type { Asked } from './asked.ts'

/**
 * Where a hit stands: the very URN or postcode, then the very name, then names that begin so, then every
 * school that has all the words.
 */
const EXACT = sql.raw('0')
const THE_NAME = sql.raw('1')
const BEGINS = sql.raw('2')
const ALL_WORDS = sql.raw('3')

/** How many schools are weighed for one search, how far one word is walked, where counting it stops. */
const MOST_WEIGHED = 300
const FIRST_WALK = 1500
const COMMON = 4000

export interface Found {
  /** Rows of school_id, tier and weight; a school may come more than once. */
  rows: SQL
  /** True when the walk stopped before its end, so that a longer one may find more. */
  isPart: boolean
}

/**
 * The schools a search may mean: scans of the word table alone, the rarest word first, each stopping
 * early, so that the cost hangs on what was asked and not on how many schools there are.
 * @param wholeWalk walks the rarest word to its end, for the few searches of common words that share little
 */
export async function foundBy(read: Reader, asked: Asked, wholeWalk = false): Promise<Found> {
  const whole = WHOLE_NAME + asked.whole
  const begins = sql`select * from (
    select school_id, case when word = ${whole} then ${THE_NAME} else ${BEGINS} end as tier, weight
    from ${schoolWords} where ${beginning(whole)} order by word, weight, school_id limit ${MOST_WEIGHED}) as begins`
  const exact = sql`select school_id, ${EXACT} as tier, weight from ${schoolWords} where word = ${asked.exact}`
  const parts = asked.exact ? [exact, begins] : [begins]
  const walk = await rarestFirst(read, asked.words)
  if (walk) parts.push(allWords(walk, wholeWalk))
  return { rows: sql.join(parts, sql` union all `), isPart: !wholeWalk && (walk?.schools ?? 0) > FIRST_WALK }
}

const LAST = '\u{10ffff}'
const beginning = (text: string, word = sql`word`) => sql`${word} >= ${text} and ${word} < ${text + LAST}`

type Match = (word: SQL) => SQL

interface Walk {
  first: Match
  others: Match[]
  schools: number
  isWholeWord: boolean
}

/** Which word to walk and which to look up beside it; null when some word is no school's. */
async function rarestFirst(read: Reader, words: string[]): Promise<Walk | null> {
  const matches = words.map((text, place): Match => {
    const isWhole = place < words.length - 1
    return (word) => (isWhole ? sql`${word} = ${text}` : beginning(text, word))
  })
  const counts = await howMany(read, matches)
  const schools = Math.min(...counts)
  const place = counts.indexOf(schools)
  const first = matches[place]
  if (!first || schools === 0) return null
  return {
    first,
    others: matches.filter((match) => match !== first),
    schools,
    isWholeWord: place < words.length - 1,
  }
}

async function howMany(read: Reader, matches: Match[]): Promise<number[]> {
  const counted = matches.map((match, place) => {
    const counting = sql`select 1 from ${schoolWords} where ${match(sql`word`)} limit ${COMMON}`
    return sql`(select count(*) from (${counting}) as c) as ${sql.raw(`n${place}`)}`
  })
  const [row] = await read.rows<Record<string, number>>(sql`select ${sql.join(counted, sql`, `)}`)
  return matches.map((_, place) => Number(row?.[`n${place}`] ?? 0))
}

function allWords({ first, others, schools, isWholeWord }: Walk, wholeWalk: boolean): SQL {
  const hasOther = others.map(
    (match) =>
      sql`and exists (select 1 from ${schoolWords} o where o.school_id = w.school_id and ${match(sql`o.word`)})`,
  )
  const lightest = isWholeWord || schools < COMMON ? sql`weight, school_id` : sql`word, weight, school_id`
  const end = wholeWalk ? sql`` : sql`limit ${FIRST_WALK}`
  return sql`select * from (
    select school_id, ${ALL_WORDS} as tier, weight from (
      select word, weight, school_id from ${schoolWords} where ${first(sql`word`)} order by ${lightest} ${end}) as w
    where true ${sql.join(hasOther, sql` `)} order by ${lightest} limit ${MOST_WEIGHED}) as all_words`
}
