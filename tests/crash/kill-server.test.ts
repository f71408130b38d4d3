import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore, sql, verify } from '@wirearchy/db'
import { expect, it } from 'vitest'
import { folderFor, houseWith } from './house.ts'
import { word } from './orders.ts'
import { killed } from './program.ts'
import { ask, freePort, startServer } from './server.ts'
import { dice, figure, size } from './sizes.ts'

const KILLS = size('SERVER_KILLS', 12)
const WRITERS = 6
/** Nobody may make more training groups in a day. */
const GROUPS_EACH = 10

/** One act that somebody wants done, however often it has to be asked for. */
interface Wish {
  token: string
  name: string
  key: string
}

/** A browser that asks again under the same key until somebody answers. @returns how often it was cut off */
async function insist(port: number, { token, name, key }: Wish, isOver: () => boolean): Promise<number> {
  const course = { provider: 'Leeds Trust', route: 'pgce', startedOn: '2026-09-01', finishedOn: '2027-07-01' }
  for (let cutOff = 0; ; ) {
    const answer = await ask(port, token, 'group.create', { input: { ...course, name }, key })
    if (typeof answer === 'object' && answer.status === 200) return cutOff
    if (typeof answer === 'object') throw new Error(`It answered ${answer.status}: ${answer.text}`)
    if (answer === 'cut off') cutOff += 1
    if (isOver()) throw new Error(`${name} was never answered.`)
    await wait(5)
  }
}

it(`applies each act exactly once, its server killed ${KILLS} times and its clients asking again`, {
  timeout: 120_000 + KILLS * 20_000,
}, async () => {
  const url = `file:${join(folderFor('kill-server'), 'data.db')}`
  const wishes = await wishesFor(url)
  const port = await freePort()
  const asked = { acts: 0, cutOff: 0 }
  const { below } = dice()
  let isOver = false
  /** Counts from when the last server stands: until then nobody can say when an answer is due. */
  let patience = Number.POSITIVE_INFINITY
  const done: string[] = []
  const clients = Array.from({ length: WRITERS }, async () => {
    while (!isOver) {
      const wish = wishes.pop()
      if (!wish) return
      asked.cutOff += await insist(port, wish, () => Date.now() > patience)
      asked.acts += 1
      done.push(wish.name)
    }
  })
  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = await startServer(url, port)
    const before = done.length
    while (done.length === before && wishes.length > 0) await wait(2)
    await wait(below(60))
    await killed(server)
  }
  const last = await startServer(url, port)
  isOver = true
  patience = Date.now() + 120_000
  await Promise.all(clients)
  await killed(last)
  const { lost, twice, gaps } = await effectsOf(url, done)
  figure(
    'R14 server killed, clients ask again',
    `${KILLS} kills, ${asked.acts} acts, ${asked.cutOff} requests cut off and sent again: ${lost.length} lost, ${twice.length} twice`,
  )
  expect([lost, twice, gaps]).toEqual([[], [], 0])
  expect(asked.cutOff).toBeGreaterThan(0)
  expect(asked.acts).toBeGreaterThanOrEqual(KILLS)
})

async function wishesFor(url: string): Promise<Wish[]> {
  const people = await houseWith(Math.ceil((KILLS * 30) / GROUPS_EACH), url)
  return people.flatMap(({ token }, person) =>
    Array.from({ length: GROUPS_EACH }, (_, n) => {
      const name = `Course ${word(person)} ${word(n)}`
      return { token, name, key: `press-${person}-${n}-of-this-page` }
    }),
  )
}

/** Each act has one group, one lead and one ledger entry, or it was lost, done by half or done twice. */
async function effectsOf(url: string, done: string[]) {
  verify(url)
  const store = openStore(url)
  const rows = await store.read.rows<{ name: string; n: number; entries: number; leads: number }>(sql`
    select g.name, count(*) as n,
      sum((select count(*) from ledger l where l.type = 'group.created' and l.refs ->> 'group' = g.id)) as entries,
      sum((select count(*) from group_leads l where l.group_id = g.id)) as leads
    from groups g group by g.name`)
  const [count] = await store.read.rows<{ gaps: number }>(sql`select max(seq) - count(*) as gaps from ledger`)
  await store.close()
  const names = new Set(rows.map(({ name }) => name))
  return {
    lost: done.filter((name) => !names.has(name)),
    twice: rows.filter((row) => row.n !== 1 || row.entries !== 1 || row.leads !== 1),
    gaps: count?.gaps,
  }
}
