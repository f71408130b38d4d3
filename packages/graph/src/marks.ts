/** A note for each person (a mask or a count) that is cheap to clear: it remembers whom it touched, in order. */
export class Marks {
  value = new Uint16Array(0)
  touched = new Int32Array(0)
  count = 0

  /** Empties the notes and makes room for `people`. */
  clear(people: number) {
    if (people > this.value.length) {
      this.value = new Uint16Array(people)
      this.touched = new Int32Array(people)
    } else for (let i = 0; i < this.count; i++) this.value[this.touched[i]!] = 0
    this.count = 0
    return this
  }

  /** Adds bits to a person's note. */
  add(person: number, bits: number) {
    if (this.value[person] === 0) this.touched[this.count++] = person
    this.value[person]! |= bits
  }

  /** Writes a number above 0 in place of a person's note. */
  set(person: number, value: number) {
    if (this.value[person] === 0) this.touched[this.count++] = person
    this.value[person] = value
  }

  /** Adds one to a person's note. */
  tally(person: number) {
    if (this.value[person] === 0) this.touched[this.count++] = person
    this.value[person]!++
  }

  /** Visits everybody touched, in order of touching. */
  each(visit: (person: number) => void) {
    for (let i = 0; i < this.count; i++) visit(this.touched[i]!)
  }

  /** Those touched from the `first` on, in order of touching. */
  people(first = 0) {
    const people: number[] = []
    for (let i = first; i < this.count; i++) people.push(this.touched[i]!)
    return people
  }
}

/** Which days of each context one search has looked through: whoever overlaps them is marked already. */
export class Scanned {
  private days = new Map<number, [from: number, to: number]>()

  clear() {
    this.days.clear()
    return this
  }

  /** True if these days lie inside days looked through before; if not, takes them as looked through now. */
  covers(context: number, from: number, to: number) {
    const seen = this.days.get(context)
    if (seen && seen[0] <= from && to <= seen[1]) return true
    if (!seen || to - from > seen[1] - seen[0]) this.days.set(context, [from, to])
    return false
  }
}
