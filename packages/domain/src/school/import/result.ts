/** How many rows of the file had which outcome; each row has exactly one. */
export interface Counts {
  created: number
  updated: number
  unchanged: number
  needsReview: number
  refused: number
}

/** One finished step of an import: `seconds` is its own time. */
export interface Stage extends Counts {
  stage: 'check' | 'stage' | 'apply'
  seconds: number
}

/** A row that a person should look at: its line in the file, URN, column and one sentence. */
export interface ToldRow {
  line: number
  ref: string | null
  field: string | null
  reason: string
}

export interface ImportResult extends Counts {
  importId: string
  /** Rows in the file without its header. */
  rows: number
  /** How many that earlier files named this one does not. They stay. */
  absent: number
  /** The first few of them, by reference. */
  absentRefs: string[]
  stages: Stage[]
  refusedRows: ToldRow[]
  reviewRows: ToldRow[]
}

/** How far a step has come: bytes of `total` while checking, rows after that. */
export interface Progress {
  stage: Stage['stage']
  done: number
  total: number
}

export const noCounts = (): Counts => ({ created: 0, updated: 0, unchanged: 0, needsReview: 0, refused: 0 })
