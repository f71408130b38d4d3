import { and, eq, or, people, personMerges, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { take } from '@wirearchy/domain/account'
import { memberOf } from '@wirearchy/domain/group'
import { notify } from '@wirearchy/domain/job'
import { record } from '@wirearchy/domain/ledger'
import type { AskTwo } from './input.ts'
import { areKeptApart } from './kept-apart.ts'

const A_DAY = { most: 20, refillMs: 24 * 60 * 60_000 }

/**
 * Whoever runs a training group asks two of its members whether they are one person. Both are asked, each by
 * themselves; the asker learns that they were asked and nothing else, whatever becomes of it.
 * @throws Problem not_allowed / not_found for a group, not_found for who is not in it; bad_input for one person twice;
 * too_many after twenty in a day
 */
export const askTwo = (ctx: MemberCtx, { slug, personId, otherId }: AskTwo) =>
  ctx.store.tx(async (tx) => {
    for (const id of [personId, otherId]) await memberOf(tx, ctx, slug, id)
    if (personId === otherId)
      throw new Problem('bad_input', 'That is one record already. Choose somebody else.', {
        field: 'otherId',
      })
    if (!(await take(tx, ctx, `ask-two:${ctx.viewer}`, A_DAY)))
      throw new Problem('too_many', 'That was a lot of questions for one day. Ask again tomorrow.')
    if (await mayBeAsked(tx, personId, otherId)) await ask(tx, ctx, await inOrder(tx, [personId, otherId]))
    return { isAsked: true as const }
  })

/** Nobody is asked twice about the same two records, nor where one keeps the other out. */
async function mayBeAsked(tx: Tx, one: string, other: string) {
  const ofTwo = or(
    and(eq(personMerges.loserId, one), eq(personMerges.winnerId, other)),
    and(eq(personMerges.loserId, other), eq(personMerges.winnerId, one)),
  )
  if ((await tx.$count(personMerges, ofTwo)) > 0) return false
  return !(await areKeptApart(tx, one, other))
}

/** The record that was here first stays. */
async function inOrder(tx: Tx, ids: [string, string]) {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(or(eq(people.id, ids[0]), eq(people.id, ids[1])))
    .orderBy(people.no)
  const [winner, loser] = rows
  if (!winner || !loser) throw Problem.notFound()
  return { winnerId: winner.id, loserId: loser.id }
}

async function ask(tx: Tx, ctx: MemberCtx, { winnerId, loserId }: { winnerId: string; loserId: string }) {
  const id = newId(ctx.now)
  const asked = { state: 'asked', askedAs: 'group_lead', askedById: ctx.viewer, askedAt: ctx.now } as const
  await tx.insert(personMerges).values({ id, loserId, winnerId, ...asked })
  const notice = { kind: 'merge.asked', aboutPersonId: ctx.viewer, refs: { merge: id } }
  await notify(tx, ctx, [
    { ...notice, personId: winnerId },
    { ...notice, personId: loserId },
  ])
  const refs = { merge: id, winner: winnerId, loser: loserId }
  await record(tx, ctx, { type: 'person.same_asked', personId: winnerId, refs })
}
