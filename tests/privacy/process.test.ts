import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openStore, sql } from '@wirearchy/db'
import { bareSqlite } from '@wirearchy/db/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { wirearchy } from '../crash/command.ts'
import { folderFor, houseWith, type Member } from '../crash/house.ts'
import { killed } from '../crash/program.ts'
import { ask } from '../crash/server.ts'
import { laidOpen, postOffice } from './process/post-office.ts'
import { type Running, running } from './process/server.ts'
import { know, type Say, speaker, wantLetters, wholeStory } from './process/story.ts'
import { newTokens, tokensIn } from './tess/tokens.ts'

const path = join(folderFor('privacy'), 'data.db')
const url = `file:${path}`
const tokens = newTokens()
const said = (text: string) => tokensIn(text, tokens).filter((token) => told.words.includes(token))

let server: Running
let post: Awaited<ReturnType<typeof postOffice>>
let people: [Member, Member, Member]
let say: Say
let told: Awaited<ReturnType<typeof wholeStory>>

beforeAll(async () => {
  people = (await houseWith(3, url)) as typeof people
  const [asker, mentor, other] = people
  await know(url, [
    [asker, mentor],
    [asker, other],
  ])
  post = await postOffice()
  server = await running(url, post.url)
  say = speaker(server.port)
  await wantLetters(say, people)
  told = await wholeStory(say, url, tokens, people)
  await vi.waitFor(() => expect(post.messages.join('')).toMatch(/has ended the mentoring/), {
    timeout: 60_000,
  })
}, 180_000)
afterAll(async () => {
  post?.close()
  if (server) await killed(server.child)
})

/** Every secret that opens something: sessions, buttons and ways out of letters, the address of a calendar. */
function keys() {
  const letters = post.messages.map(laidOpen).join('\n')
  const links = [...letters.matchAll(/\/(?:do|unsubscribe)\/([\w.-]{20,})/g)].map(([, token]) => token ?? '')
  const feed = /\/calendar\/(.+)\.ics$/.exec(told.feed)?.[1] ?? ''
  return [...new Set([...links, feed, ...people.map(({ token }) => token)])]
}

describe('of all that two people say in their mentoring', () => {
  it('no letter carries a word, as the post has it: envelope, headers, text and calendar', () => {
    expect(told.words.length).toBeGreaterThan(18)
    const letters = post.messages.map(laidOpen)
    expect(letters.filter((letter) => /BEGIN:VCALENDAR/.test(letter)).length).toBeGreaterThan(0)
    expect(letters.length).toBeGreaterThan(4)
    expect(letters.flatMap(said)).toEqual([])
  })

  it('no row but those of their own space keeps a word: no ledger, job, letter, notice, button or kept answer', async () => {
    const store = openStore(url)
    const tables = await store.read.rows<{ name: string }>(
      sql`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`,
    )
    const kept = new Set<string>()
    for (const { name } of tables) {
      const rows = await store.read.rows(sql`select * from ${sql.identifier(name)}`)
      if (said(JSON.stringify(rows)).length > 0) kept.add(name)
    }
    await store.close()
    expect([...kept].sort()).toEqual([
      ...['agreements', 'check_ins', 'endings', 'goal_steps', 'goals', 'meetings'],
      ...['mentor_offers', 'mentoring_requests', 'mentoring_words', 'space_notes'],
    ])
  })

  it('no command of an operator tells a word, and a backup is for no other account of the machine to read', async () => {
    const backup = join(folderFor('privacy-backup'), 'copy.db')
    changedByHand('update space_notes set text = ?')
    const [one, other] = ['writer0@example.com', 'writer1@example.com']
    const commands = [
      ...[
        ['history', one],
        ['history', one, '--json'],
        ['history', other, '--json'],
      ],
      ...[['verify'], ['verify', '--json'], ['backup', backup]],
      ['merge', 'people', one, other, '--reason', 'They may be one.'],
    ]
    for (const command of commands) {
      const { out, error } = await wirearchy(command, url, { BACKUP_DIR: dirname(backup) })
      expect((out + error).length, command.join(' ')).toBeGreaterThan(30)
      expect([command.join(' '), said(out + error)]).toEqual([command.join(' '), []])
    }
    for (const made of readdirSync(dirname(backup)))
      expect([made, statSync(join(dirname(backup), made)).mode & 0o077]).toEqual([made, 0])
  }, 120_000)
})

/** What verify has to speak of: a row that is not as the product left it. */
function changedByHand(statement: string) {
  const client = bareSqlite(path)
  client.prepare(statement).run(`${tokens.goal[0]} not a list`)
  client.close()
}

describe('the log', () => {
  const lines = () => server.said()

  it('has no word, name, address or key of anybody, whatever was done, refused or went wrong', async () => {
    const [asker, mentor, other] = people
    const at = { mentorshipId: told.mentorshipId }
    const words = tokens.goal[0] as string
    const refused = [
      await ask(server.port, asker.token, 'space.addNote', {
        input: { ...at, text: words.repeat(600), audience: 'both' },
      }),
      await ask(server.port, other.token, 'space.addNote', {
        input: { ...at, text: words, audience: 'both' },
      }),
      await ask(server.port, asker.token, 'space.addGoal', { input: { ...at, text: words } }),
      await ask(server.port, 'nobody', 'request.send', { input: { need: words } }),
      await ask(server.port, asker.token, `space.of?input=%7B%22${words}`),
    ]
    expect(refused.map((answer) => (typeof answer === 'string' ? answer : answer.status))).toEqual([
      ...[400, 404, 412, 401, 400],
    ])
    expect(await broken(mentor)).toBe(500)
    for (const key of keys())
      for (const address of [`/do/${key}`, `/do/${key}%`, `/unsubscribe/${key}%ff`, `/calendar/${key}%.ics`])
        for (const method of ['GET', 'POST'])
          await fetch(server.origin + address, { method, headers: { origin: server.origin } })
    await expect.poll(lines).toContain('SyntaxError')
    expect(keys().length).toBeGreaterThan(6)
    expect(keys().filter((key) => lines().includes(key))).toEqual([])
    expect(said(lines())).toEqual([])
    expect(lines()).not.toMatch(/Writer |@example\.com|Zq/)
    expect(lines()).toMatch(/"job":"mail"/)
  })

  /** A row that cannot be read, so that the engine's own message quotes it. */
  async function broken(mentor: Member) {
    changedByHand('update mentor_offers set topics = ?')
    const answer = await ask(server.port, mentor.token, 'mentoring.offer')
    if (typeof answer === 'string') return answer
    expect(said(answer.text)).toEqual([])
    return answer.status
  }
})

describe('an address that is a key', () => {
  it('tells no page, of ours or of others, where its reader came from, and no cache keeps it', async () => {
    for (const key of keys()) {
      for (const address of [`/do/${key}`, `/unsubscribe/${key}`]) {
        const { headers } = await fetch(server.origin + address)
        expect([address.split('/')[1], headers.get('referrer-policy')]).toEqual([
          address.split('/')[1],
          'no-referrer',
        ])
      }
    }
  })

  it('says nothing by itself: no id of a request, a meeting or a mentoring, and no name', async () => {
    const store = openStore(url)
    const ids = await store.read.rows<{ id: string }>(sql`
      select id from mentorships union all select id from mentoring_requests union all select id from meetings
      union all select id from mentoring_asks union all select id from goals`)
    await store.close()
    for (const key of keys()) {
      const opened = [key, ...key.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'))]
      for (const { id } of ids)
        expect(opened.some((text) => text.includes(id) || text.includes(id.replaceAll('-', '')))).toBe(false)
    }
  })
})
