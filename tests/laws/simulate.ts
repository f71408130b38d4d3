/**
 * `npm run laws -- --people 10000 --years 5 [--seed S]`: five years of a whole town, every step held to the laws
 * (scenario 25). Prints its figures as it goes; fails with the seed and the step, to be met again with --until.
 */
import { parseArgs } from 'node:util'
import { sql } from '@wirearchy/db'
import { type Done, type Life, live } from './life.ts'
import { everyone } from './step.ts'
import type { Town } from './town.ts'
import type { Watch } from './watch.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { people: text, years: text, seed: text, until: text } })
/** A page of one person may take this long, nineteen times in twenty. */
const PAGE_MS = 50
/** Two schools in a hundred convert, merge, split or close in a year. */
const SCHOOLS_A_YEAR = 0.02 * (1000 / 17) * 1.6

const life: Life = {
  people: Number(values.people ?? 10_000),
  years: Number(values.years ?? 5),
  seed: Number(values.seed ?? process.env.SEED ?? 20260701),
  startsOn: '2026-09-01',
  schoolRate: SCHOOLS_A_YEAR,
  wholeEvery: 365,
  ...(values.until ? { until: Number(values.until) } : {}),
  tell: (day, town, watch, done) => console.log(`${day}  ${inShort(town, watch, done)}`),
}
const began = performance.now()
const seconds = () => Math.round((performance.now() - began) / 1000)
console.log(`${life.people} people, ${life.years} years, seed ${life.seed}`)

try {
  process.exitCode = await live(life, async ({ town, watch, done, steps }) => {
    for (const [name, came] of Object.entries(done).sort()) console.log(name.padEnd(50), JSON.stringify(came))
    console.log(await figures(town, watch, steps))
    return centile(watch.pages, 0.95) < PAGE_MS ? 0 : 1
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error('Met again with the same --people, --years and --seed, and --until the step.')
  process.exitCode = 1
}

function centile(times: number[], share: number) {
  const inOrder = times.toSorted((a, b) => a - b)
  return inOrder[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
}

function inShort(town: Town, watch: Watch, done: Done) {
  const lived = Object.values(done).reduce((sum, { done: came = 0 }) => sum + came, 0)
  const checks = Object.values(watch.tally).reduce((sum, many) => sum + many, 0)
  const gigabytes = (process.memoryUsage().rss / 1e9).toFixed(1)
  return `${lived} steps came to pass, ${checks} comparisons, ${everyone(town).length} people, ${gigabytes} GB, ${seconds()} s`
}

async function figures(town: Town, watch: Watch, steps: number) {
  const one = async (query: string) =>
    (await town.store.read.rows<{ n: number }>(sql.raw(`select ${query} as n`)))[0]?.n ?? 0
  const [stays, ledger, changes] = [
    await one('(select count(*) from stints where voided_at is null)'),
    await one('(select max(seq) from ledger)'),
    await one("(select count(*) from school_changes where state = 'applied')"),
  ]
  const size = await one('(select page_count * page_size from pragma_page_count, pragma_page_size)')
  const ms = (share: number) => centile(watch.pages, share).toFixed(1)
  const laws = { ...watch.tally, 'L11 rows': town.audit.checked() }
  return [
    `${steps} steps; ${everyone(town).length} people, ${stays} stays, ${watch.ties()} ties, ${ledger} ledger entries, ${changes} school changes`,
    `comparisons: ${JSON.stringify(laws)}`,
    `one person’s page: ${watch.pages.length} times, p50 ${ms(0.5)} ms, p95 ${ms(0.95)} ms, most ${ms(1)} ms`,
    `database ${(size / 1e6).toFixed(0)} MB; ${seconds()} s; history ${watch.digest()}`,
  ].join('\n')
}
