import { examine, type SQL, sql } from '@wirearchy/db'
import { invite, startSignIn } from '@wirearchy/domain/account'
import { callOffGone } from '@wirearchy/domain/meeting'
import { erase } from '@wirearchy/domain/person'
import { settleRequests } from '@wirearchy/domain/request'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { send, writeLetters } from './letters.ts'
import { TABLE } from './table.ts'
import { ask } from './tess/asker.ts'
import { HER_WORDS, NOT_HERS } from './tess/mentoring-grants.ts'
import { RELATIONS } from './tess/relations.ts'
import { type Token, tokensIn } from './tess/tokens.ts'
import { type TessWorld, tessWorld } from './tess/world.ts'

/** Everything that says who she was; days, schools and groups stay in other people's history. */
const FORGOTTEN: Token[] = [
  'name',
  'earlierName',
  'personalEmail',
  'workEmail',
  'trn',
  'pronouns',
  'trainedWith',
  'askMeAbout',
  'helpWith',
  'languages',
  'sentence',
  'seatName',
  ...HER_WORDS,
]
const forgotten = (text: string, w: TessWorld) =>
  tokensIn(text, w.tokens).filter((token) => FORGOTTEN.includes(token))

let w: TessWorld
let before: string[]

/** Everything in the database that is not as it must be. */
async function findings({ store }: TessWorld) {
  const [file] = await store.read.rows<{ file: string }>(sql`select file from pragma_database_list`)
  return examine(`file:${file?.file}`).findings.map(({ sentence }) => sentence)
}
beforeAll(async () => {
  w = await tessWorld('movingOpenly')
  await writeLetters(w)
  await asksAndInvites(w)
  before = await findings(w)
  await erase({ ...w.house.ctx(), actor: 'operator' }, { personId: w.people.self, reason: 'She asked.' })
  await callOffGone(w.house.ctx(), { payload: { personId: w.people.self } })
})
afterAll(() => w.store.close())

/** She asks for a code, invites a friend, and is invited by a peer. */
async function asksAndInvites({ tokens, people, house }: TessWorld) {
  const email = tokens.personalEmail[0] as string
  const atTheDoor = { ...house.ctx(), ip: '192.0.2.7', device: null, sessionId: null, accountId: null }
  await startSignIn(atTheDoor, { email })
  const sentence = tokens.sentence[0] as string
  await invite(house.as(people.self), { email: 'a.friend@home.example', sentence })
  await invite(house.as(people.peer), { email })
}

describe('an erased person', () => {
  it('is told of nowhere: whatever anybody asks, nothing says who they were', async () => {
    const told: string[] = []
    for (const [path, { input }] of Object.entries(TABLE))
      for (const relation of RELATIONS.filter((one) => one !== 'self')) {
        const asked = await ask(w, relation, path, input?.({ ...w, personId: w.people.self }, w, relation))
        if (asked.outcome === 'FAULT') told.push(`${path} asked by ${relation}: ${asked.bytes}`)
        for (const token of forgotten(asked.bytes, w)) told.push(`${path} tells ${relation} her ${token}`)
      }
    expect(told.join('\n')).toBe('')
  }, 180_000)

  it('is in no letter that was still on its way', async () => {
    const said = (await send(w)).flatMap(({ to, text }) =>
      forgotten(text, w).map((token) => `${to}: ${token}`),
    )
    expect(said).toEqual([])
  })

  it('leaves to others what they wrote themselves', async () => {
    const kept = await w.store.read.rows(
      sql`select text from space_notes union all select line from check_ins`,
    )
    expect(NOT_HERS.filter((token) => JSON.stringify(kept).includes(w.tokens[token][0] as string))).toEqual(
      NOT_HERS,
    )
  })

  it('is forgotten by acts that the seals, the ledger and the laws stand by', async () => {
    const made = (await findings(w)).filter((sentence) => !before.includes(sentence))
    expect(made).toEqual([])
  })

  it('takes back what she asked for, holds nobody’s place, and is nobody’s next meeting', async () => {
    await settleRequests({ ...w.house.ctx(null, w.day), actor: 'system' })
    const one = async (query: SQL) => (await w.store.read.rows(query))[0]
    const { needId, informalMentorshipId, meetingId, feedId } = w.hers
    expect(await one(sql`select state, need from mentoring_requests where id = ${needId}`)).toEqual({
      ...{ state: 'withdrawn', need: '' },
    })
    const chapter = sql`select finished_on as day, end_reason as why from mentorships where id = ${informalMentorshipId}`
    expect(await one(chapter)).toEqual({ day: w.day, why: 'by_mentee' })
    expect(await one(sql`select state from meetings where id = ${meetingId}`)).toEqual({ state: 'cancelled' })
    expect(await one(sql`select 1 from calendar_feeds where id = ${feedId} and revoked_at is null`)).toBe(
      undefined,
    )
  })

  it('is in no row of any table', async () => {
    const tables = await w.store.read.rows<{ name: string }>(
      sql`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`,
    )
    const kept: string[] = []
    for (const { name } of tables) {
      const rows = await w.store.read.rows(sql`select * from ${sql.identifier(name)}`)
      for (const token of forgotten(JSON.stringify(rows), w)) kept.push(`${name}: ${token}`)
    }
    expect(kept).toEqual([])
  })
})
