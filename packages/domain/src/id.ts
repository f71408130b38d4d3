import { createHash, randomFillSync } from 'node:crypto'

/** Chance by the page: asking for sixteen bytes at a time costs most of what an import's ids cost. */
const chance = Buffer.alloc(4096)
let used = chance.length

/** Sixteen bytes that begin with an instant. */
let bytesFor = (now: number): Uint8Array => {
  if (used === chance.length) {
    randomFillSync(chance)
    used = 0
  }
  const bytes = Buffer.from(chance.subarray(used, used + 16))
  used += 16
  bytes.writeUIntBE(now, 0, 6)
  return bytes
}

/**
 * A UUIDv7 (RFC 9562, 5.7): 48 bits of `now` in milliseconds, then 74 random bits.
 * @param now UTC milliseconds, from ctx.now
 */
export const newId = (now: number): string => idOf(bytesFor(now))

/** A UUIDv7 of sixteen bytes that begin with an instant: always the same of the same bytes. */
export function idOf(from: Uint8Array): string {
  const bytes = Buffer.from(from)
  bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const A_FIXED_INSTANT = Date.UTC(2024, 0, 1)

/**
 * Runs `work` with ids that depend on the seed and their order alone, not on chance or the clock, so that a
 * seeded world has the same ids each time. For one seeding process; nothing else may make ids meanwhile.
 */
export async function withSeededIds<Result>(seed: number, work: () => Promise<Result>): Promise<Result> {
  const before = bytesFor
  let count = 0
  bytesFor = () => {
    count += 1
    const bytes = createHash('sha256').update(`${seed} ${count}`).digest().subarray(0, 16)
    bytes.writeUIntBE(A_FIXED_INSTANT + count, 0, 6)
    return bytes
  }
  try {
    return await work()
  } finally {
    bytesFor = before
  }
}
