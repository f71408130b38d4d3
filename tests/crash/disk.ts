import type { dice } from './sizes.ts'
import type { Act } from './trace.ts'

type Dice = ReturnType<typeof dice>
type Change = { at: number; bytes: Buffer } | { size: number }

/** One file as the platter has it, and what was asked of it since it was last synced. */
interface OnDisk {
  kept: Buffer
  waiting: Change[]
  /** Whether its name is in the folder for good; a name made or taken away waits for the folder's sync. */
  named: boolean
  nameWaits: boolean
}

const SECTOR = 512

/**
 * A disk that keeps only what it was told to sync. Of everything else, a power cut keeps any part in any order:
 * each write whole, torn between sectors of 512 bytes, or not at all; each name that the folder was not synced for,
 * or not.
 */
export class Disk {
  readonly #files = new Map<string, OnDisk>()

  constructor(files: Record<string, Buffer>) {
    for (const [name, kept] of Object.entries(files))
      this.#files.set(name, { kept, waiting: [], named: true, nameWaits: false })
  }

  /** Does one act as the running machine sees it. */
  do(act: Act) {
    if (act.kind === 'tell') return
    if (act.kind === 'sync folder') return this.#syncNames()
    if (act.kind === 'make') return this.#make(act.file)
    const file = this.#files.get(act.file)
    if (!file) throw new Error(`${act.file} was used before it was made.`)
    if (act.kind === 'unlink') file.nameWaits = true
    if (act.kind === 'sync') sync(file)
    if (act.kind === 'write') file.waiting.push({ at: act.at, bytes: act.bytes })
    if (act.kind === 'resize') file.waiting.push({ size: act.size })
  }

  /** What is found in the folder when the power comes back. */
  afterCut(roll: Dice): Map<string, Buffer> {
    const found = new Map<string, Buffer>()
    const mood = roll.below(4)
    for (const [name, file] of this.#files) {
      const isThere = file.nameWaits ? roll.below(2) === 0 : file.named
      if (isThere) found.set(name, apply(file.kept, survivors(file.waiting, mood, roll)))
    }
    return found
  }

  #make(name: string) {
    const before = this.#files.get(name)
    if (before) throw new Error(`${name} was made twice without its folder being synced: not replayed here.`)
    this.#files.set(name, { kept: Buffer.alloc(0), waiting: [], named: false, nameWaits: true })
  }

  #syncNames() {
    for (const [name, file] of this.#files) {
      if (file.nameWaits && file.named) this.#files.delete(name)
      file.named = true
      file.nameWaits = false
    }
  }
}

function sync(file: OnDisk) {
  file.kept = apply(file.kept, file.waiting)
  file.waiting = []
}

/** Nothing of it, all of it, whole writes at random, or torn writes at random: the last two in any order. */
function survivors(waiting: Change[], mood: number, roll: Dice): Change[] {
  if (mood === 0) return []
  if (mood === 1) return waiting
  const some = shuffled(waiting, roll).filter(() => roll.below(2) === 0)
  return mood === 2 ? some : some.flatMap((change) => torn(change, roll))
}

function torn(change: Change, roll: Dice): Change[] {
  if ('size' in change) return [change]
  const { at, bytes } = change
  const pieces: Change[] = []
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + SECTOR - ((at + from) % SECTOR))
    if (roll.below(2) === 0) pieces.push({ at: at + from, bytes: bytes.subarray(from, to) })
    from = to
  }
  return pieces
}

function shuffled<T>(list: T[], roll: Dice): T[] {
  const mixed = [...list]
  for (let n = mixed.length - 1; n > 0; n -= 1) {
    const other = roll.below(n + 1)
    ;[mixed[n], mixed[other]] = [mixed[other] as T, mixed[n] as T]
  }
  return mixed
}

function apply(kept: Buffer, changes: Change[]): Buffer {
  if (changes.length === 0) return kept
  const ends = changes.map((change) => ('size' in change ? change.size : change.at + change.bytes.length))
  const room = Buffer.alloc(Math.max(kept.length, ...ends))
  kept.copy(room)
  let { length } = kept
  for (const change of changes) {
    if ('size' in change) {
      if (change.size < length) room.fill(0, change.size, length)
      length = change.size
    } else {
      change.bytes.copy(room, change.at)
      length = Math.max(length, change.at + change.bytes.length)
    }
  }
  return room.subarray(0, length)
}
