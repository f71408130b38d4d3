/** Speeds of the index beside plain Maps of rows, on the made profession: `npx tsx tests/bench/graph.bench.ts [people …]`. */
import assert from 'node:assert/strict'
import { digest, makeProfession, OPEN, type Profession, TODAY } from '@wirearchy/domain/cast/profession'
import { buildIndex, type Index } from '@wirearchy/graph'
import { arrayBytes, figure, measure } from './measure.ts'
import { Plain } from './plain.ts'
import { worldOf } from './world.ts'

const DIGESTS: Record<number, string> = {
  6000: 'f89bc49a-50d8ba4e-6cf84db9-e56b4a1f-a4802833-8b2253bf-33326383-f695f241',
  60000: '7516a410-134b3f5b-bc671713-5edd7578-3684befa-4fb59d34-a449ff5b-dfb775df',
}

const sizes = process.argv.slice(2).map(Number)
for (const people of sizes.length > 0 ? sizes : [6000, 60000]) compare(makeProfession(people))

function compare(profession: Profession) {
  const people = profession.people.count
  const made = digest(profession)
  assert.equal(made, DIGESTS[people] ?? made, 'the made profession is not the one these figures belong to')
  const before = arrayBytes()
  const start = performance.now()
  const index = buildIndex(worldOf(profession))
  const built = performance.now() - start
  const memory = (arrayBytes() - before) / 2 ** 20
  const plain = new Plain(worldOf(profession))
  console.log(`\n## ${people} people: built in ${built.toFixed(0)} ms, ${memory.toFixed(1)} MiB of arrays\n`)
  console.log(
    '| question | index p50 / p99 ms | plain p50 / p99 ms | times at p50 | at p99 |\n|---|---|---|---|---|',
  )
  const all = questions(profession, 200)
  agree(index, plain, all.slice(0, 60))
  const row = (name: string, ways: [ours: (q: Question) => unknown, theirs: (q: Question) => unknown]) => {
    const [ours, theirs] = measure(all, ways) as [Time, Time]
    const times = [theirs.p50 / ours.p50, theirs.p99 / ours.p99].map((n) => `${n.toFixed(1)}×`).join(' | ')
    const cells = [ours, theirs].map(({ p50, p99 }) => `${figure(p50)} / ${figure(p99)}`).join(' | ')
    console.log(`| ${name} | ${cells} | ${times} |`)
  }
  row('ties, with every reason', [(q) => index.ties(q.p, TODAY), (q) => plain.ties(q.p, TODAY)])
  row('near a school', [(q) => index.near(q.p, q.school, TODAY), (q) => plain.near(q.p, q.school, TODAY)])
  row('path, up to three steps', [
    (q) => index.path(q.p, q.q, TODAY),
    (q) => plain.distance(q.p, q.q, TODAY, 3),
  ])
  row('suggest', [(q) => index.suggest(q.p, TODAY), (q) => plain.scores(q.p, TODAY)])
  moves(index, profession)
}

type Time = { p50: number; p99: number }
type Question = { p: number; q: number; school: number }

/** People in post, and schools with somebody of the same region and phase in post (so larger ones more often). */
function questions({ people, stints, seed }: Profession, count: number): Question[] {
  const inPost = Array.from(stints.person.keys()).filter((row) => stints.to[row] === OPEN)
  let at = seed
  const any = () => {
    at = (Math.imul(at, 1664525) + 1013904223) >>> 0
    return inPost[Math.floor((at / 2 ** 32) * inPost.length)]!
  }
  const alike = (a: number, b: number) =>
    people.region[a] === people.region[b] && people.phase[a] === people.phase[b]
  return Array.from({ length: count }, () => {
    const p = stints.person[any()]!
    let row = any()
    while (!alike(stints.person[row]!, p)) row = any()
    return { p, q: stints.person[any()]!, school: stints.school[row]! }
  })
}

/** Both ways give the same answers, or the figures mean nothing. */
function agree(index: Index, plain: Plain, all: Question[]) {
  for (const { p, q, school } of all) {
    const ties = index.ties(p, TODAY).map((tie) => [tie.person, tie.mask])
    assert.deepEqual(
      ties,
      [...plain.masks(p, TODAY)].sort((a, b) => a[0] - b[0]),
    )
    const near = index.near(p, school, TODAY).map((one) => [one.person, one.total || -one.mask])
    assert.deepEqual(new Map(near as [number, number][]), plain.near(p, school, TODAY))
    assert.equal(index.path(p, q, TODAY)[0]?.masks.length ?? 0, plain.distance(p, q, TODAY, 3))
    assert.deepEqual(
      index.suggest(p, TODAY).map((one) => [one.person, one.score]),
      plain.scores(p, TODAY),
    )
  }
}

/** One move is two changes: the stint closed, the next one opened. */
function moves(index: Index, { stints }: Profession) {
  const open = Array.from(stints.person.keys())
    .filter((row) => stints.to[row] === OPEN)
    .slice(0, 2000)
  const start = performance.now()
  open.forEach((row, i) => {
    const [person, school, from] = [stints.person[row]!, stints.school[row]!, stints.from[row]!]
    const put = { kind: 'span', op: 'put', of: 'school', person } as const
    const next = stints.school[open[(i + 1) % open.length]!]!
    index.apply({ ...put, row, context: school, from, to: TODAY - 1 })
    index.apply({ ...put, row: stints.person.length + i, context: next, from: TODAY, to: OPEN })
  })
  const each = ((performance.now() - start) * 1000) / open.length
  console.log(`\nA move applied: ${each.toFixed(1)} µs`)
}
