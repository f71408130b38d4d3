import type { MemberCtx } from '@wirearchy/domain'

export type Input = Record<string, string>

/** One thing that can be done by a button in a letter. `ctx` is of the person to whom the letter was written. */
export interface Act {
  /**
   * What pressing does, in a sentence; null when there is nothing to do any more.
   * @throws Problem when this person may not do it
   */
  title(ctx: MemberCtx, input: Input): Promise<string | null>
  /** The words on the button. */
  button(input: Input): string
  /** Does it, by the verb that the page uses, which refuses in words. @returns what was done, in a sentence */
  run(ctx: MemberCtx, input: Input): Promise<string>
  /** Where the same can be done by hand. */
  page(input: Input): string
}
