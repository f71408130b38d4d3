import { type Ctx, Problem } from '@wirearchy/domain'
import type { LetterToken } from '@wirearchy/domain/notice/input'
import { type Behind, behind, OVER, UNKNOWN, whyOver } from './behind.ts'

/** A button's page: what it will do, or why it does nothing any more and where to go instead. */
export type Looked =
  | { isOver: false; title: string; button: string; page: string }
  | { isOver: true; why: string; page: string }

/** What a button will do, in words. Looking never does it: mail scanners open every link. */
export async function look(ctx: Ctx, { token }: LetterToken): Promise<Looked> {
  const found = await behind(ctx, token)
  if (!found) return { isOver: true, why: UNKNOWN, page: '/notices' }
  const { link, act, as } = found
  const page = act.page(link.input)
  const why = whyOver(link, as)
  if (why) return { isOver: true, why, page }
  const title = await titleOf(found)
  return title
    ? { isOver: false, title, button: act.button(link.input), page }
    : { isOver: true, why: OVER, page }
}

/** What may not be seen any more reads the same as what is over. */
async function titleOf({ act, as, link }: Behind) {
  try {
    return await act.title(as, link.input)
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
