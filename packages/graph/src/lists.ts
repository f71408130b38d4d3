/** Records a list holds, side by side in one Int32Array: the other end, first day, last day, tag. */
export const WIDTH = 4

/** A record's tag: the caller's row number, and one flag in the lowest bit. */
export const tag = (row: number, flag: boolean) => row * 2 + (flag ? 1 : 0)

/** Growable lists of records, one list for each small integer, all in one array: no object per fact. */
export class Lists {
  data = new Int32Array(1024)
  private start = new Int32Array(256)
  private count = new Int32Array(256)
  private room = new Int32Array(256)
  private end = 0

  get keys() {
    return this.start.length
  }

  /** Where the list of `key` starts in `data`; read up to `last(key)` in steps of WIDTH. */
  first(key: number) {
    return this.start[key] ?? 0
  }

  last(key: number) {
    return key < this.start.length ? this.start[key]! + this.count[key]! * WIDTH : 0
  }

  add(key: number, other: number, from: number, to: number, mark: number) {
    if (key >= this.start.length) this.widen(key)
    if (this.count[key] === this.room[key]) this.moveToEnd(key)
    const at = this.start[key]! + this.count[key]! * WIDTH
    this.data[at] = other
    this.data[at + 1] = from
    this.data[at + 2] = to
    this.data[at + 3] = mark
    this.count[key]! += 1
  }

  /** Takes the record of this row out of the list; the last record takes its place. */
  remove(key: number, row: number) {
    const last = this.last(key) - WIDTH
    for (let at = this.first(key); at <= last; at += WIDTH) {
      if (this.data[at + 3]! >> 1 !== row) continue
      this.data.copyWithin(at, last, last + WIDTH)
      this.count[key]! -= 1
      return
    }
  }

  /** Gives back the room that growing lists left behind. */
  compact() {
    const used = this.count.reduce((sum, count) => sum + count * WIDTH, 0)
    const data = new Int32Array(used)
    let at = 0
    for (let key = 0; key < this.keys; key++) {
      data.set(this.data.subarray(this.first(key), this.last(key)), at)
      this.start[key] = at
      this.room[key] = this.count[key]!
      at += this.count[key]! * WIDTH
    }
    this.data = data
    this.end = at
  }

  private moveToEnd(key: number) {
    const room = Math.max(2, this.room[key]! * 2)
    const needed = this.end + room * WIDTH
    if (needed > this.data.length) this.data = grown(this.data, needed)
    this.data.copyWithin(this.end, this.first(key), this.last(key))
    this.start[key] = this.end
    this.room[key] = room
    this.end = needed
  }

  private widen(key: number) {
    this.start = grown(this.start, key + 1)
    this.count = grown(this.count, key + 1)
    this.room = grown(this.room, key + 1)
  }
}

/** A copy with room for at least `needed` cells, growing by half so that many small steps stay cheap. */
export function grown(from: Int32Array, needed: number) {
  const to = new Int32Array(Math.max(needed, Math.ceil(from.length * 1.5)))
  to.set(from)
  return to
}
