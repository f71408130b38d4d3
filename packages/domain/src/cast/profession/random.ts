/** A stream of numbers that is the same wherever it runs: sfc32, seeded through splitmix32. */
export class Random {
  private state: Uint32Array

  constructor(seed: number) {
    const next = splitmix32(seed)
    this.state = Uint32Array.of(next(), next(), next(), 1)
    for (let i = 0; i < 15; i++) this.next()
  }

  /** From 0 up to, not including, 1. */
  next() {
    const [a, b, c, counter] = this.state as unknown as [number, number, number, number]
    const out = (a + b + counter) >>> 0
    this.state[0] = b ^ (b >>> 9)
    this.state[1] = c + (c << 3)
    this.state[2] = ((c << 21) | (c >>> 11)) + out
    this.state[3] = counter + 1
    return out / 2 ** 32
  }

  /** A whole number from 0 below `n`. */
  below(n: number) {
    return Math.floor(this.next() * n)
  }

  chance(p: number) {
    return this.next() < p
  }

  /** Around 0 with deviation 1 (Box and Muller). */
  normal() {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  /** 0 to n − 1 in some order. */
  order(n: number) {
    const order = Int32Array.from({ length: n }, (_, i) => i)
    for (let i = n - 1; i > 0; i--) {
      const j = this.below(i + 1)
      const kept = order[i]!
      order[i] = order[j]!
      order[j] = kept
    }
    return order
  }
}

function splitmix32(seed: number) {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
}

/** A number below 2^32 that belongs to two people and a seed, in whatever order things are made. */
export function hashOf(a: number, b: number, seed: number) {
  let mixed = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b) ^ seed
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
