import { randomBytes } from 'node:crypto'

export type RandomBytes = (size: number) => Uint8Array

/**
 * A UUIDv7 (RFC 9562, 5.7): 48 bits of `now` in milliseconds, then 74 random bits.
 * @param now UTC milliseconds, from ctx.now
 */
export function newId(now: number, random: RandomBytes = randomBytes): string {
  const bytes = Buffer.from(random(16))
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
