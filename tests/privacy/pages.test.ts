import { mentorships, or, sql } from '@wirearchy/db'
import { bareSqlite } from '@wirearchy/db/testing'
import { newId } from '@wirearchy/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { killed } from '../crash/program.ts'
import { addressesOf, dataOf, PATTERNS, type Rows } from './site/addresses.ts'
import { open, plain, type Site, siteOf } from './site/house.ts'
import { HER_WORDS, mentoringWords, NOT_HERS } from './tess/mentoring-grants.ts'
import { RELATIONS, type Relation } from './tess/relations.ts'
import { newTokens, type Token, tokensIn } from './tess/tokens.ts'
import { type TessWorld, tessWorld } from './tess/world.ts'

/** All that is said or kept in her mentoring, and what only its owner may know of. */
const WORDS: Token[] = [...HER_WORDS, ...NOT_HERS, 'apart', 'feed', 'wish']
/** Kept, and on no page of hers. */
const ON_NO_PAGE: Token[] = [...NOT_HERS, 'noticeKind', 'linkInput', 'link', 'draft', 'wish']
/** Every page is read as data by everybody, and drawn for everybody in turns; with `ALL=1` for each of them. */
const TURNS = process.env.ALL === '1' ? 1 : 6
/** Where something of her mentoring could be; those who run or lead something, and strangers, open every other page too. */
const NEAR_IT = /^\/(mentoring|coordination|programmes|home|notices|people\/:id$)/
const OPEN_ALL: Relation[] = ['self', 'lead', 'groupLead', 'formerLead', 'reviewer', 'visitor']

let w: TessWorld
let rows: Rows
let site: Site
beforeAll(async () => {
  w = await tessWorld('live')
  rows = { ...w, chapters: await chaptersOf(w) }
  site = await siteOf(w)
}, 120_000)
afterAll(async () => {
  if (site) await killed(site.child)
  await w?.store.close()
})

const chaptersOf = async ({ store, people: { self } }: TessWorld) =>
  (
    await store.read
      .select({ id: mentorships.id })
      .from(mentorships)
      .where(or(sql`mentor_id = ${self}`, sql`mentee_id = ${self}`))
  ).map(({ id }) => id)

const may = (relation: Relation): Token[] => (relation === 'self' ? WORDS : mentoringWords(relation, 'live'))
const said = (text: string) => tokensIn(text, w.tokens).filter((token) => WORDS.includes(token))

/** The ways to read a page for one person: as a script gets it, and drawn when it is their turn. */
function doorsTo(address: string, place: number, relation: Relation) {
  const isDrawn = relation === 'self' || (place + RELATIONS.indexOf(relation)) % TURNS === 0
  return isDrawn ? [...new Set([dataOf(address), address])] : [dataOf(address)]
}

let opened = 0
const opensAll = (relation: Relation) => TURNS === 1 || OPEN_ALL.includes(relation)
const pagesFor = (relation: Relation) =>
  PATTERNS.filter((pattern) => opensAll(relation) || NEAR_IT.test(pattern))

async function readBy(relation: Relation) {
  const read = new Map<Token, string>()
  for (const [place, pattern] of pagesFor(relation).entries())
    for (const address of addressesOf(rows, pattern).flatMap((one) => doorsTo(one, place, relation))) {
      const { status, text } = await open(site, relation, address)
      opened += 1
      if (status >= 500) throw new Error(`${address} as ${relation} answers ${status}`)
      for (const token of said(text))
        if (!address.includes(w.tokens[token][0] as string)) read.set(token, address)
    }
  return read
}

describe('the pages of the site', () => {
  it.each(RELATIONS)(
    'tell nobody a word of her mentoring but whom it is for: %s',
    async (relation) => {
      const read = await readBy(relation)
      expect([...read].filter(([token]) => !may(relation).includes(token))).toEqual([])
      if (relation === 'self')
        expect(WORDS.filter((token) => !ON_NO_PAGE.includes(token) && !read.has(token))).toEqual([])
    },
    120_000,
  )

  it('were opened, every one', () => {
    console.log(`${opened} pages and pieces of data opened, of ${PATTERNS.length} patterns`)
    expect(opened).toBeGreaterThan(RELATIONS.length * 60)
  })
})

/** As many rows as hers, of nobody's. */
function nobodys(): Rows {
  const none = () => newId(Date.now())
  const each = <All extends object>(all: All) =>
    Object.fromEntries(Object.keys(all).map((key) => [key, none()])) as All
  const group = { ...each(w.group), slug: 'no-such-group', code: 'nosuchcode' }
  const chapters = rows.chapters.map(none)
  return { hers: each(w.hers), people: each(w.people), schools: each(w.schools), group, chapters }
}

/** An answer without what was asked for, and without what differs between any two. */
const answerTo = async (relation: Relation, address: string, form?: Record<string, string>) => {
  const ids = address.split(/[/?&=.]/).filter((part) => /^[\w-]{36}$|^no-?such|^leeds/.test(part))
  const page = await open(site, relation, address, form)
  let text = page.text
  for (const id of ids) text = text.replaceAll(id, 'it')
  return plain({ ...page, text })
}

const OF_MENTORING = /^\/(mentoring|coordination|programmes)\/.*:/
const OUTSIDE: Relation[] = ['lead', 'groupLead', 'stranger', 'visitor']
/** What is theirs to look after, which answers them as it is. */
const theirOwn = (relation: Relation) =>
  ({ lead: [w.schools.current], groupLead: [w.hers.programmeId, w.hers.publishedId] })[relation as 'lead'] ??
  []

describe('what is hers', () => {
  it.each(OUTSIDE)(
    'answers as what is not there, to the byte, whether it is read or acted on: %s',
    async (relation) => {
      const none = nobodys()
      const different: string[] = []
      for (const pattern of PATTERNS.filter((one) => OF_MENTORING.test(one))) {
        const theirs = addressesOf(none, pattern)
        for (const [place, address] of addressesOf(rows, pattern).entries()) {
          if (theirOwn(relation).some((id) => address.includes(id))) continue
          const form = { _key: newId(1), text: 'x', requestId: w.hers.needId }
          for (const [door, sent] of [[dataOf], [String, form]] as const) {
            const mine = await answerTo(relation, door(address), sent)
            const no = await answerTo(relation, door(theirs[place] ?? ''), sent)
            if (mine !== no) different.push(`${sent ? 'POST ' : ''}${address}`)
          }
        }
      }
      expect(different).toEqual([])
    },
    120_000,
  )

  it('is found by no search: a word of hers finds as much as any other', async () => {
    const other = newTokens().goal[0] as string
    const pages = ['/people?q=', '/schools?q=', '/schools/search?q=', '/mentoring/apart?q=']
    for (const relation of ['self', 'lead', 'groupLead'] as const)
      for (const page of [...pages, `/groups/${w.group.slug}/members?q=`]) {
        const foundBy = async (word: string) =>
          plain(await open(site, relation, dataOf(page + word))).replaceAll(word, 'word')
        const nothing = await foundBy(other)
        for (const token of HER_WORDS) {
          const [word = ''] = w.tokens[token]
          expect([relation, page, token, (await foundBy(word)) === nothing]).toEqual([
            relation,
            page,
            token,
            true,
          ])
        }
      }
  }, 120_000)
})

describe('the log of the site', () => {
  it('has no word of hers and no key, whatever was opened, mangled or went wrong', async () => {
    const key = newTokens().goal[0] as string
    for (const address of [
      `/do/${key}`,
      `/unsubscribe/${key}`,
      `/invite/${key}`,
      `/join/${key}`,
      `/calendar/${key}.ics`,
    ])
      for (const path of [address, `${address}%`, `${address}.data`, `${address}?_routes=root`])
        for (const form of [undefined, { text: key }]) await open(site, 'self', path, form)
    for (const pattern of PATTERNS)
      for (const address of addressesOf(rows, pattern).slice(0, 1))
        await open(site, 'self', `${address}?words=${key}`, { text: key, need: key, aims: key })
    const client = bareSqlite(site.path)
    client.prepare('update mentor_offers set topics = ?').run(`${key} is no list`)
    client.close()
    const broken = await open(site, 'self', '/mentoring/offer')
    expect([broken.status, broken.text.includes(key.slice(0, 8))]).toEqual([500, false])
    expect(site.said()).toContain('at JSON.parse')
    expect(site.said().replaceAll('\n', ' ')).not.toMatch(/Zq|@home\.example|@school\.example/)
    expect(Object.values(site.keys).filter((one) => one && site.said().includes(one))).toEqual([])
  }, 120_000)
})
