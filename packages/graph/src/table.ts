import { grown, Lists, tag } from './lists.ts'

/** Rows of one relation, findable from both ends; a row number names one row whatever its version. */
export class Table {
  /** From a person to contexts (spans), or to people (pairs). */
  readonly left = new Lists()
  /** From a context to people; for pairs, the same lists. */
  readonly right: Lists
  /** Where each row's two records are: the left key plus one (0 for no row), the right key. */
  private ends = new Int32Array(512)

  constructor(shape: 'spans' | 'pairs') {
    this.right = shape === 'pairs' ? this.left : new Lists()
  }

  /** Puts a row in place of its earlier version. `flags` are kept with the left and the right record. */
  put(row: number, left: number, right: number, from: number, to: number, flags: [boolean, boolean]) {
    refuseOdd(row, left, right, from, to)
    this.void(row)
    if (from > to) return
    if (row * 2 + 1 >= this.ends.length) this.ends = grown(this.ends, row * 2 + 2)
    this.ends[row * 2] = left + 1
    this.ends[row * 2 + 1] = right
    this.left.add(left, right, from, to, tag(row, flags[0]))
    this.right.add(right, left, from, to, tag(row, flags[1]))
  }

  /** Takes a row out, as if it had never been; nothing happens if it is not there. */
  void(row: number) {
    const left = (this.ends[row * 2] ?? 0) - 1
    if (left < 0) return
    const right = this.ends[row * 2 + 1]!
    this.left.remove(left, row)
    this.right.remove(right, row)
    this.ends[row * 2] = 0
  }

  compact() {
    this.left.compact()
    if (this.right !== this.left) this.right.compact()
  }
}

const biggest = 2 ** 30

function refuseOdd(...[row, left, right, from, to]: number[] & { length: 5 }) {
  for (const number of [row, left, right] as number[]) {
    if (Number.isInteger(number) && number >= 0 && number < biggest) continue
    throw new RangeError(`Rows, people and contexts are whole numbers from 0 below 2^30; got ${number}.`)
  }
  if (Number.isInteger(from) && Number.isInteger(to)) return
  throw new RangeError(`Days are whole numbers since 2000-01-01; got ${from} to ${to}.`)
}
