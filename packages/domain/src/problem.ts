export type ProblemCode =
  | 'not_found'
  | 'not_allowed'
  | 'signed_out'
  | 'bad_input'
  | 'conflict'
  | 'gone'
  | 'too_many'
  | 'busy'

/** A refusal that the person can read and act on. Everything else that is thrown is a fault of ours. */
export class Problem extends Error {
  readonly code: ProblemCode
  /** The form field to stand beside, when there is one. */
  readonly field: string | undefined

  constructor(code: ProblemCode, sentence: string, { field }: { field?: string } = {}) {
    super(sentence)
    this.name = 'Problem'
    this.code = code
    this.field = field
  }

  /** What may not be seen and what does not exist, in the same words. */
  static notFound() {
    return new Problem(
      'not_found',
      'We can’t find that page. It may have moved, or the address may be mistyped.',
    )
  }

  static signedOut() {
    return new Problem('signed_out', 'Sign in to carry on.')
  }
}
