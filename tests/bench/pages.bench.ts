/**
 * How fast the pages are over HTTP, beside the same page's data as JSON and a bare answer.
 * `npm run bench -- --people 60000`; DATABASE_URL names a database that is there already.
 */
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { type Address, row, type Times, timesOf } from './pages/ask.ts'
import { type Running, startServer } from './pages/server.ts'
import { makeWorld, type Reader } from './pages/world.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '6000' },
    readers: { type: 'string', default: '40' },
    requests: { type: 'string', default: '300' },
  },
})
const many = Number(values.requests)
const one = <Item>(items: Item[], n: number) => items[n % items.length] as Item
/** Several procedures asked at once, each with its input. */
const json = (asked: Record<string, unknown>) => {
  const input = encodeURIComponent(JSON.stringify(Object.fromEntries(Object.values(asked).entries())))
  return `/trpc/${Object.keys(asked).join(',')}?batch=1&input=${input}`
}

const PAGES: { name: string; page: Address; data: Address }[] = [
  { name: '/people', page: () => '/people', data: () => json({ 'network.people': {} }) },
  {
    name: '/people/:id',
    page: (reader, n) => `/people/${one(reader.people, n)}`,
    data: (reader, n) => {
      const id = one(reader.people, n)
      return json({
        'network.person': { id },
        'person.profile': { id },
        'connection.standing': { personId: id },
      })
    },
  },
  {
    name: '/schools/:id',
    page: (reader, n) => `/schools/${one(reader.schools, n)}`,
    data: (reader, n) => {
      const ref = one(reader.schools, n)
      return json({
        'school.page': { ref },
        'network.near': { schoolId: ref },
        'network.led': undefined,
      })
    },
  },
]

const world = await makeWorld(process.env.DATABASE_URL, Number(values.people), Number(values.readers))
const server = await startServer(world.databaseUrl)
try {
  const lines = await measured(server, world.readers)
  console.log(`
${world.people} people, ${world.readers.length} readers, ${many} requests a figure after ${many / 10} to warm up; Node ${process.version},
${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}, the server at ${server.memory().toFixed(0)} MB. Milliseconds.

| | p50 | p99 | p50, 4 at once | p99, 4 at once | a second, 4 at once | processor | kB | p50 against |
|---|---|---|---|---|---|---|---|---|
${lines.join('\n')}`)
} finally {
  await server.stop()
}

async function measured({ port, processor }: Running, readers: Reader[]) {
  const ask = async (address: Address) => {
    const before = processor()
    const alone = await timesOf(port, readers, address, { many, connections: 1 })
    const used = (processor() - before) / (many + many / 10)
    return { alone, used, four: await timesOf(port, readers, address, { many, connections: 4 }) }
  }
  const bare = await ask(() => '/healthz')
  const lines: string[] = []
  for (const { name, page, data } of PAGES) {
    const [drawn, asked] = [await ask(page), await ask(data)]
    lines.push(
      row(
        `\`${name}\` page`,
        drawn.alone,
        drawn.four,
        drawn.used,
        `${times(drawn.alone, asked.alone)} its JSON`,
      ),
    )
    lines.push(
      row(
        'its data as JSON',
        asked.alone,
        asked.four,
        asked.used,
        `${times(asked.alone, bare.alone)} /healthz`,
      ),
    )
  }
  return [...lines, row('`/healthz`', bare.alone, bare.four, bare.used, '1')]
}

function times(mine: Times, theirs: Times) {
  return `${(mine.p50 / theirs.p50).toFixed(1)} ×`
}
