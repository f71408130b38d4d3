/** Programme matching: a whole region at once, growth with the length of lists, and a published implementation beside it: `npm run bench:matching`. */
import assert from 'node:assert/strict'
import {
  candidates,
  check,
  type Lists,
  large,
  type Market,
  madePool,
  match,
} from '@wirearchy/domain/programme/testing'
import peer from 'hospitals-and-residents'

const SEED = 20_260_701
const SOUND = { blocking: 0, unacceptable: 0, over: 0 }

/** From people to lists to pairs, each part timed alone. */
function wholeRegion(mentees: number, mentors: number) {
  const pool = madePool(mentees, mentors, SEED)
  const [made, listing] = timed(() => candidates(pool))
  const { market, weights } = made
  const [mentorOf, matching] = fastest(() => match(market, { seed: SEED, weights }))
  const [faults, checking] = timed(() => check(market, mentorOf))
  assert.deepEqual(faults, SOUND)
  const wishes = pool.wishes.mentees
  const wished = owners(wishes).filter((mentee) => wishes.start[mentee] !== wishes.start[mentee + 1])
  const first = wished.filter((mentee) => firstOf(wishes, mentee).includes(mentorOf[mentee]!)).length
  const matched = mentorOf.filter((mentor) => mentor >= 0).length
  const places = pool.mentors.places.reduce((sum, one) => sum + one, 0)
  console.log(
    `\n## ${mentees} mentees, ${mentors} mentors, ${places} places, ${market.mentees.to.length} entries\n`,
  )
  console.log(`lists out of people ${ms(listing)}, matched in ${ms(matching)}, checked in ${ms(checking)}`)
  console.log(
    `matched ${matched} (${share(matched, mentees)}), without a mentor ${mentees - matched}, blocking pairs 0`,
  )
  console.log(`first choice ${first} of ${wished.length} who wished (${share(first, wished.length)})`)
}

/** The same people with longer and longer lists: time for each entry should stay where it is. */
function growth(mentees: number, mentors: number) {
  console.log(`\n## Growth: ${mentees} mentees, ${mentors} mentors, a third of the ranks in ties\n`)
  console.log('| length of a list | entries | ms | ns an entry | beside length 5 |\n|---|---|---|---|---|')
  let least = 0
  for (const length of [5, 10, 20, 40, 80]) {
    const market = large(mentees, mentors, length, SEED)
    const [mentorOf, time] = fastest(() => match(market, { seed: SEED }))
    assert.deepEqual(check(market, mentorOf), SOUND)
    const entries = market.mentees.to.length + market.mentors.to.length
    const each = (time / entries) * 1e6
    least ||= each
    console.log(
      `| ${length} | ${entries} | ${time.toFixed(1)} | ${each.toFixed(0)} | ${(each / least).toFixed(2)}× |`,
    )
  }
}

/** Full lists without ties, which the peer can do; it lowers the sum of ranks and does not know stability. */
function besideAPeer(sizes: number[]) {
  console.log('\n## Beside hospitals-and-residents 1.2.0: full lists, no ties\n')
  console.log(
    '| mentees × mentors | ours ms | its ms | times | blocking pairs: ours, its | mean choice: ours, its |',
  )
  console.log('|---|---|---|---|---|---|')
  for (const mentees of sizes) {
    const market = large(mentees, mentees / 10, mentees / 10, SEED, 0)
    market.places.fill(10)
    const [ours, time] = fastest(() => match(market, { seed: SEED }))
    assert.deepEqual(ours, textbook(market), 'without ties there is one best stable matching')
    const [theirs, itsTime] = timed(() => byPeer(market))
    const faults = [check(market, ours), check(market, theirs)].map(({ blocking }) => blocking)
    const means = [ours, theirs].map((made) => mean(market.mentees, made).toFixed(2))
    const cells = [time.toFixed(2), itsTime.toFixed(0), `${(itsTime / time).toFixed(0)}×`, faults.join(', ')]
    console.log(`| ${mentees} × ${mentees / 10} | ${cells.join(' | ')} | ${means.join(', ')} |`)
  }
}

function byPeer({ mentees, mentors, places }: Market): Int32Array {
  const [theirs, mine] = [ranks(mentors), ranks(mentees)]
  peer.checkLegality = (mentor, mentee) =>
    mine[mentee.no]!.has(mentor.no) && theirs[mentor.no]!.has(mentee.no)
  peer.softCost = (mentor, mentee) => mine[mentee.no]!.get(mentor.no)! + theirs[mentor.no]!.get(mentee.no)!
  const all = owners(mentors).map((no) => peer.initHospital(places[no]!, { no }))
  const asking = owners(mentees).map((no) => peer.initResident(1, { no }))
  peer.findMatching(all, asking, (error) => assert.equal(error, undefined))
  return Int32Array.from(asking, ({ assigned_id }) => assigned_id)
}

/** Gale and Shapley as in the books, with Maps and sorting; slow, and easy to believe. */
function textbook({ mentees, mentors, places }: Market): Int32Array {
  const theirs = ranks(mentors)
  const asks = owners(mentees).map((mentee) => [
    ...mentees.to.subarray(mentees.start[mentee], mentees.start[mentee + 1]),
  ])
  const held = owners(mentors).map((): number[] => [])
  const waiting = owners(mentees)
  while (waiting.length > 0) {
    const mentee = waiting.pop()!
    const mentor = asks[mentee]!.shift()
    if (mentor === undefined) continue
    if (!theirs[mentor]!.has(mentee)) waiting.push(mentee)
    else {
      held[mentor]!.push(mentee)
      held[mentor]!.sort((a, b) => theirs[mentor]!.get(a)! - theirs[mentor]!.get(b)!)
      waiting.push(...held[mentor]!.splice(places[mentor]!))
    }
  }
  const mentorOf = new Int32Array(asks.length).fill(-1)
  held.forEach((own, mentor) => {
    for (const mentee of own) mentorOf[mentee] = mentor
  })
  return mentorOf
}

const owners = ({ start }: Lists) => [...Array(start.length - 1).keys()]

const ranks = ({ start, to, rank }: Lists) =>
  owners({ start, to, rank }).map((owner) => {
    const own = [...to.subarray(start[owner], start[owner + 1])]
    return new Map(own.map((who, at) => [who, rank[start[owner]! + at]!]))
  })

/** Everybody whom somebody ranks first, equals included. */
function firstOf({ start, to, rank }: Lists, owner: number) {
  const from = start[owner]!
  return [...to.subarray(from, start[owner + 1])].filter((_, at) => rank[from + at] === rank[from])
}

function mean(lists: Lists, mentorOf: Int32Array) {
  const own = ranks(lists)
  const got = [...mentorOf].flatMap((mentor, mentee) => own[mentee]!.get(mentor) ?? [])
  return got.reduce((sum, rank) => sum + rank - 1, 0) / got.length
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now()
  const made = work()
  return [made, performance.now() - start]
}

/** The best of five, so that a busy machine counts for less. */
function fastest<T>(work: () => T): [T, number] {
  let best = timed(work)
  for (let round = 0; round < 4; round++) {
    const again = timed(work)
    if (again[1] < best[1]) best = again
  }
  return best
}

const ms = (time: number) => `${time.toFixed(0)} ms`
const share = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)} %`

wholeRegion(20_000, 8_000)
growth(20_000, 8_000)
besideAPeer([100, 400, 1_600])
