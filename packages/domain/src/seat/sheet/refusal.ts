import { Problem } from '@wirearchy/domain'

/** Refuses a whole file with one sentence that says what to do, beside the form's file field. */
export const wholeFile = (sentence: string) => new Problem('bad_input', sentence, { field: 'file' })

/** A cell that breaks its row: the column it stands in, and how to mend it. */
export class BadCell extends Error {
  readonly field: string

  constructor(field: string, sentence: string) {
    super(sentence)
    this.field = field
  }
}
