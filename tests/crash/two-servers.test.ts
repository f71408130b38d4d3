import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { openStore, sql, verify } from '@wirearchy/db'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { folderFor, houseWith, type Member } from './house.ts'
import { word } from './orders.ts'
import { killed } from './program.ts'
import { ask, freePort, startServer } from './server.ts'
import { figure, size } from './sizes.ts'

const PRESSES = size('PRESSES', 200)
const WRITES = size('WRITES', 300)
const PLACES = 30

const folder = folderFor('two-servers')
const url = `file:${join(folder, 'data.db')}`
const servers: ChildProcess[] = []
let ports: number[] = []
let origin = ''
let people: Member[] = []
let lead: Member
let slug = ''

const course = { provider: 'Leeds Trust', route: 'pgce', startedOn: '2026-09-01', finishedOn: '2027-07-01' }

/** Sends many requests at once, every other one to the other server. */
const atOnce = (
  many: number,
  send: (n: number) => [who: Member, procedure: string, input: unknown, key?: string],
) =>
  Promise.all(
    Array.from({ length: many }, async (_, n) => {
      const [who, procedure, input, key] = send(n)
      const sent = { input, origin, ...(key ? { key } : {}) }
      const answer = await ask(ports[n % 2] as number, who.token, procedure, sent)
      if (answer === 'not there' || answer === 'cut off')
        throw new Error(`A server did not answer ${procedure}.`)
      return answer
    }),
  )

const told = (text: string) => JSON.parse(text).result.data
const rows = async <Row>(query: ReturnType<typeof sql>) => {
  const store = openStore(url)
  try {
    return await store.read.rows<Row>(query)
  } finally {
    await store.close()
  }
}
/** How often each status came: "170 × 412, 30 × 200". */
function statuses(answers: { status: number }[]) {
  const counts = new Map<number, number>()
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, count]) => `${count} × ${status}`).join(', ')
}

beforeAll(async () => {
  people = await houseWith(PRESSES, url)
  lead = people[0] as Member
  ports = [await freePort(), await freePort()]
  origin = `http://localhost:${ports[0]}`
  for (const port of ports) servers.push(await startServer(url, port, origin))
  const [made] = await atOnce(1, () => [lead, 'group.create', { ...course, name: 'Ours' }])
  slug = told(made?.text ?? '').slug
}, 120_000)
afterAll(async () => {
  for (const server of servers) await killed(server)
})

it(`acts once on a press that comes ${PRESSES} times at once, at two servers`, {
  timeout: 300_000,
}, async () => {
  const answers = await atOnce(PRESSES, () => [
    lead,
    'group.create',
    { ...course, name: 'Pressed' },
    'one-press-of-one-button',
  ])
  expect(statuses(answers)).toBe(`${PRESSES} × 200`)
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  const [made] = await rows<{ n: number }>(sql`select count(*) as n from groups where name = 'Pressed'`)
  figure('R22 one press many times', `${PRESSES} at once over 2 servers: ${made?.n} effect, 1 answer`)
  expect(made?.n).toBe(1)
})

it(`lets ${PLACES} of ${PRESSES} people in by a link for ${PLACES}, however they race`, {
  timeout: 300_000,
}, async () => {
  const [link] = await atOnce(1, () => [lead, 'group.makeLink', { slug, maxUses: PLACES }])
  const { code } = told(link?.text ?? '')
  const answers = await atOnce(PRESSES, (n) => [people[n] as Member, 'group.join', { code }])
  const [inside] = await rows<{ n: number }>(
    sql`select count(*) as n from group_memberships where voided_at is null`,
  )
  figure(
    'R22 a link with places',
    `${PRESSES} race for ${PLACES}: ${inside?.n} are in (${statuses(answers)})`,
  )
  expect(inside?.n).toBe(PLACES)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(PLACES)
  expect(answers.every(({ status }) => status === 200 || status === 412)).toBe(true)
})

it('gives a place kept for one to one, though everybody knows its number', { timeout: 300_000 }, async () => {
  const list = 'Name,TRN\nAsha Khan,1234567'
  const [checked] = await atOnce(1, () => [lead, 'seat.checkImport', { slug, text: list }])
  const { importId } = told(checked?.text ?? '')
  await atOnce(1, () => [lead, 'seat.confirmImport', { slug, importId }])
  const claim = { number: '1234567', name: 'Asha Khan' }
  const answers = await atOnce(PRESSES, (n) => [people[n] as Member, 'seat.claim', claim])
  const [claimed] = await rows<{ n: number }>(sql`select count(*) as n from claims`)
  figure('R22 a place kept for one', `${PRESSES} claim it: ${claimed?.n} has it (${statuses(answers)})`)
  expect(claimed?.n).toBe(1)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.every(({ status }) => status < 500)).toBe(true)
})

it(`loses no write and refuses none when two servers write one file, ${WRITES} times`, {
  timeout: 120_000 + WRITES * 500,
}, async () => {
  const name = (n: number) => `Name ${word(n)}`
  const all: { status: number }[] = []
  for (let from = 0; from < WRITES; from += 20)
    all.push(
      ...(await atOnce(20, (n) => [
        people[(from + n) % people.length] as Member,
        'person.rename',
        { name: name(from + n), hidePrevious: false },
      ])),
    )
  const kept = await rows<{ name: string }>(
    sql`select full_name as name from person_names where full_name like 'Name %'`,
  )
  figure('R24 two servers on one file', `${all.length} writes: ${statuses(all)}, ${kept.length} kept`)
  expect(statuses(all)).toBe(`${all.length} × 200`)
  expect(kept).toHaveLength(all.length)
  verify(url)
})
