import { eq, people, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { type News, tell } from '@wirearchy/domain/notice'
import { areApart } from './apart.ts'
import type { RequestRow } from './rows.ts'

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

/** Tells one of the two of a turn, with the name of the other: asking, and answering, show one's name. */
async function tellOne(tx: Tx, ctx: Ctx, request: RequestRow, to: string, { kind, about, letter }: Telling) {
  const name = about ? await nameOf(tx, about) : ''
  await tell(tx, ctx, [
    {
      ...{ personId: to, kind, refs: { request: request.id } },
      ...(about ? { aboutPersonId: about } : {}),
      ...(letter ? { letter: await letter(name) } : {}),
    },
  ])
}

/** Tells whoever asked. */
export const tellAsker = (tx: Tx, ctx: Ctx, request: RequestRow, telling: Telling) =>
  tellOne(tx, ctx, request, request.askerId, telling)

/** Tells a mentor about the asker; nothing when the two keep apart. */
export async function tellMentor(
  tx: Tx,
  ctx: Ctx,
  request: RequestRow,
  mentorId: string,
  telling: Omit<Telling, 'about'>,
) {
  if (await areApart(tx, mentorId, request.askerId)) return
  await tellOne(tx, ctx, request, mentorId, { ...telling, about: request.askerId })
}
