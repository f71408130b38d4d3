import type { MemberCtx } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { HidePrevious } from './input.ts'
import { keepWords } from './keep-words.ts'
import { hideEarlier } from './rename.ts'

/** The viewer hides every earlier name from view and from search, or lets them be found again. */
export async function hidePrevious(ctx: MemberCtx, { hidden }: HidePrevious) {
  return ctx.store.tx(async (tx) => {
    await hideEarlier(tx, ctx.viewer, hidden)
    await keepWords(tx, ctx.viewer)
    const type = hidden ? 'person.earlier_names_hidden' : 'person.earlier_names_shown'
    await record(tx, ctx, { type, personId: ctx.viewer })
    return { hidden }
  })
}
