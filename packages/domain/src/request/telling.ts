import { eq, people, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { type News, tell } from '@wirearchy/domain/notice'
import { canSee } from '@wirearchy/domain/visibility'
import { areApart } from './apart.ts'
import { askOf, FROM_THE_LIST, type RequestRow } from './rows.ts'

type Letter = NonNullable<News['letter']>

/** What a person is called. */
export async function nameOf(tx: Pick<Tx, 'select'>, personId: string): Promise<string> {
  const [person] = await tx.select({ name: people.displayName }).from(people).where(eq(people.id, personId))
  return person?.name ?? ''
}

interface Telling {
  kind: string
  /** The mentor whom it is about, or, to a mentor, the asker; left out when the two keep apart. */
  about?: string
  letter?: (name: string) => Letter | Promise<Letter>
}

/** Tells whoever asked; the mentor whom it is about showed their name by being asked, or by answering. */
export async function tellAsker(tx: Tx, ctx: Ctx, request: RequestRow, { kind, about, letter }: Telling) {
  const name = about ? await nameOf(tx, about) : ''
  await tellOne(tx, ctx, request, { to: request.askerId, kind, about, letter: await letter?.(name) })
}

/**
 * Tells a mentor about the asker, by name if they were chosen or see the asker anyway; nothing when the two keep apart.
 */
export async function tellMentor(
  tx: Tx,
  ctx: Ctx,
  request: RequestRow,
  mentorId: string,
  { kind, letter }: Omit<Telling, 'about'>,
) {
  if (await areApart(tx, mentorId, request.askerId)) return
  const isNamed = await knowsName(tx, ctx, request, mentorId)
  const name = isNamed ? await nameOf(tx, request.askerId) : 'A new teacher'
  const about = isNamed ? request.askerId : undefined
  await tellOne(tx, ctx, request, { to: mentorId, kind, about, letter: await letter?.(name) })
}

async function knowsName(tx: Tx, ctx: Ctx, request: RequestRow, mentorId: string) {
  const ask = await askOf(tx, request.id, mentorId)
  if (ask && ask.rank < FROM_THE_LIST) return true
  return canSee({ ...ctx, viewer: mentorId }, request.askerId)
}

interface One {
  to: string
  kind: string
  about: string | undefined
  letter: Letter | undefined
}

const tellOne = (tx: Tx, ctx: Ctx, { id }: RequestRow, { to, kind, about, letter }: One) =>
  tell(tx, ctx, [
    {
      ...{ personId: to, kind, refs: { request: id } },
      ...(about ? { aboutPersonId: about } : {}),
      ...(letter ? { letter } : {}),
    },
  ])
