import type { Random } from './random.ts'

const PRIMARY = 0
export const SECONDARY = 1
const OTHER = 2

/** Schools in the order of their local authorities; a column an attribute. */
export type Schools = {
  count: number
  authorities: number
  authority: Int32Array
  region: Uint8Array
  phase: Uint8Array
  open: Uint8Array
  /** How many staff to expect, before scaling. */
  size: Float64Array
}

/** The nine regions divide the authorities evenly. */
export const regionOf = (authority: number, authorities: number) => Math.floor((authority * 9) / authorities)

/** One school for twelve people: three quarters primary, just over half of them open. */
export function makeSchools(random: Random, people: number): Schools {
  const count = Math.max(1, Math.round(people / 12))
  const authorities = people > 100_000 ? 153 : 9
  const schools: Schools = {
    count,
    authorities,
    authority: new Int32Array(count),
    region: new Uint8Array(count),
    phase: new Uint8Array(count),
    open: new Uint8Array(count),
    size: new Float64Array(count),
  }
  for (let i = 0; i < count; i++) {
    const authority = Math.floor((i * authorities) / count)
    schools.authority[i] = authority
    schools.region[i] = regionOf(authority, authorities)
    const phase = phaseOf(random)
    const open = random.chance(0.55)
    schools.phase[i] = phase
    schools.open[i] = open ? 1 : 0
    const usual = phase === PRIMARY ? 12 : phase === SECONDARY ? 62 : 22
    schools.size[i] = usual * Math.exp(0.5 * random.normal()) * (open ? 1 : 0.02)
  }
  return schools
}

export function phaseOf(random: Random) {
  const at = random.next()
  return at < 0.75 ? PRIMARY : at < 0.93 ? SECONDARY : OTHER
}

/** Picks a school of a phase, larger ones more often: in the authority, else the region, else anywhere. */
export function schoolPicker(schools: Schools) {
  const pools = new Map<string, { schools: number[]; upTo: number[] }>()
  for (let i = 0; i < schools.count; i++) {
    const [phase, authority, region] = [schools.phase[i]!, schools.authority[i]!, schools.region[i]!]
    for (const name of [`a${phase}.${authority}`, `r${phase}.${region}`, `p${phase}`, 'all']) {
      const pool = pools.get(name) ?? { schools: [], upTo: [] }
      pool.schools.push(i)
      pool.upTo.push((pool.upTo.at(-1) ?? 0) + schools.size[i]!)
      pools.set(name, pool)
    }
  }
  /** `near` and `middling` are the chances of the same authority and the same region. */
  return (random: Random, phase: number, authority: number, near: number, middling: number) => {
    const at = random.next()
    const region = regionOf(authority, schools.authorities)
    const wider = [`a${phase}.${authority}`, `r${phase}.${region}`, `p${phase}`, 'all']
    const from = at < near ? 0 : at < near + middling ? 1 : 2
    const pool = pools.get(wider.slice(from).find((name) => pools.has(name))!)!
    return pool.schools[lowerBound(pool.upTo, random.next() * pool.upTo.at(-1)!)]!
  }
}

function lowerBound(sorted: number[], value: number) {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}
