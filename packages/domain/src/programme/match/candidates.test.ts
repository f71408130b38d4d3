import { expect, it } from 'vitest'
import { candidates } from './candidates.ts'
import { check } from './check.ts'
import { finder } from './finder.ts'
import { match } from './match.ts'
import { allows, common, suits } from './pool.ts'
import { entriesOf, madePool } from './testing/made-pool.ts'
import { MOST_RANKS } from './wished.ts'

const pool = madePool(400, 160, Number(process.env.SEED), 30)
const { market, weights } = candidates(pool)
const lists = Array.from({ length: 400 }, (_, mentee) => entriesOf(market.mentees, mentee))
const backs = Array.from({ length: 160 }, (_, mentor) => entriesOf(market.mentors, mentor))

it('puts a pair on both lists or on neither', () => {
  const there = lists.flatMap((list, mentee) => list.map(({ who }) => `${mentee} ${who}`))
  const back = backs.flatMap((list, mentor) => list.map(({ who }) => `${who} ${mentor}`))
  expect(there.sort()).toEqual(back.sort())
})

it('never lists a pair that a rule rules out or that is to be kept apart, wished for or not', () => {
  lists.forEach((list, mentee) => {
    const apart = entriesOf(pool.apart, mentee).map(({ who }) => who)
    const wrong = list.filter(
      ({ who }) => apart.includes(who) || !allows(pool, mentee, who, common(pool, mentee, who)),
    )
    expect(wrong).toEqual([])
  })
})

it('finds of every pair what the rules and weights say of it', () => {
  const find = finder(pool)
  for (let mentee = 0; mentee < 400; mentee++) {
    const found = find(mentee).suits
    const apart = entriesOf(pool.apart, mentee).map(({ who }) => who)
    const known = new Map(entriesOf(pool.known, mentee).map(({ who, rank }) => [who, rank]))
    const said = [...found.keys()].map((mentor) => {
      const shared = common(pool, mentee, mentor)
      const may = allows(pool, mentee, mentor, shared) && !apart.includes(mentor)
      return may ? suits(pool, shared, known.get(mentor) ?? 0) : -1
    })
    expect([...found]).toEqual(said)
  }
})

it('puts wishes first in their order, then who suits best, and holds no more than the most', () => {
  lists.forEach((list, mentee) => {
    const wished = entriesOf(pool.wishes.mentees, mentee).map(({ who }) => who)
    const ranks = list.filter(({ who }) => wished.includes(who)).map(({ rank }) => rank)
    expect(ranks.every((rank) => rank <= MOST_RANKS)).toBe(true)
    const rest = list.filter(({ who }) => !wished.includes(who))
    expect(rest.every(({ rank }) => rank > MOST_RANKS)).toBe(true)
    expect(list.map(({ rank }) => rank)).toEqual(list.map(({ rank }) => rank).toSorted((a, b) => a - b))
  })
  const wishing = new Set(
    backs.flatMap((list) => list.filter(({ rank }) => rank <= MOST_RANKS).map(({ who }) => who)),
  )
  expect(lists.every((list, mentee) => wishing.has(mentee) || list.length <= 30 + 5)).toBe(true)
})

it('makes lists that a run matches without a pair who would both rather have each other', () => {
  expect(check(market, match(market, { seed: 3, weights }))).toEqual({
    blocking: 0,
    unacceptable: 0,
    over: 0,
  })
})

it('is the same every time for the same people', () => {
  expect(candidates(madePool(400, 160, Number(process.env.SEED), 30)).market).toEqual(market)
})
