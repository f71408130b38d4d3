import { Marks, Scanned } from './marks.ts'
import { Table } from './table.ts'
import type { Change } from './types.ts'

export const HIDDEN = 1
export const KNOWN_ONLY = 2

/** Everything the index holds: four relations, one byte a person, and the scratch space that questions share. */
export class Facts {
  readonly group = new Table('spans')
  readonly school = new Table('spans')
  readonly mentorship = new Table('pairs')
  readonly connection = new Table('pairs')
  readonly scratch = [new Marks(), new Marks(), new Marks()] as const
  readonly scanned = [new Scanned(), new Scanned()] as const
  /** HIDDEN and KNOWN_ONLY of each person. */
  flags: Uint8Array

  constructor(people: number) {
    this.flags = new Uint8Array(people)
  }

  /** Takes in one fact. Ids, row numbers and days are checked; a pair of one person is refused. */
  apply(change: Change) {
    if (change.kind === 'person') return this.flag(change.person, change.hidden, change.knownOnly)
    const table = this[change.of]
    if (change.op === 'void') return table.void(change.row)
    const { row, from, to } = change
    if (change.kind === 'span') {
      const sure = change.of === 'group' || change.confirmed !== false
      table.put(row, change.person, change.context, from, to, [sure, sure])
      return this.makeRoom(change.person)
    }
    if (change.a === change.b) throw new RangeError(`A pair needs two people; row ${row} names one twice.`)
    table.put(row, change.a, change.b, from, to, [true, false])
    this.makeRoom(Math.max(change.a, change.b))
  }

  compact() {
    for (const table of [this.group, this.school, this.mentorship, this.connection]) table.compact()
  }

  private flag(person: number, hidden: boolean, knownOnly: boolean) {
    this.makeRoom(person)
    this.flags[person] = (hidden ? HIDDEN : 0) | (knownOnly ? KNOWN_ONLY : 0)
  }

  private makeRoom(person: number) {
    if (person < this.flags.length) return
    const flags = new Uint8Array(Math.ceil((person + 1) * 1.25))
    flags.set(this.flags)
    this.flags = flags
  }
}
