import type { Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { addressOf } from '@wirearchy/domain/account'
import { type Letter, type Notice, notify, post } from '@wirearchy/domain/job'

/** Something that somebody should know: a notice on their page and, if there is one, a letter. */
export interface News extends Notice {
  /** How the letter reads; how soon it goes is its reader's choice, settled when it is sent. */
  letter?: Omit<Letter, 'to' | 'personId' | 'aboutPersonId'>
}

/** Writes notices and their letters, in the verb's own transaction. Who has no address reads the notice alone. */
export async function tell(tx: Tx, ctx: Ctx, news: News[]) {
  await notify(tx, ctx, news)
  for (const { personId, aboutPersonId, letter } of news) {
    const to = letter ? await addressOf(tx, ctx, personId) : null
    if (letter && to)
      await post(tx, ctx, { ...letter, to, personId, ...(aboutPersonId ? { aboutPersonId } : {}) })
  }
}
