import { and, inArray, isNotNull, isNull, jobs, mails, sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { digestAfter } from './digest-time.ts'
import { planDigest } from './later.ts'
import { wishesOf } from './wishes.ts'

/**
 * Once a day: whoever has held letters and no look at them ahead (a clock was put back, records were joined) gets one.
 */
export async function wakeDigests(ctx: Ctx) {
  for (const personId of await forgotten(ctx)) {
    const wishes = await wishesOf(ctx.store.read, personId)
    const at = digestAfter(wishes, 'daily', ctx.now)
    await ctx.store.tx((tx) => planDigest(tx, ctx, personId, { at, again: true }))
  }
}

async function forgotten({ store }: Ctx) {
  const open = and(isNull(jobs.finishedAt), isNull(jobs.parkedAt), inArray(jobs.kind, ['digest']))
  const rows = await store.read
    .selectDistinct({ personId: mails.personId })
    .from(mails)
    .where(
      and(
        isNotNull(mails.heldAt),
        isNull(mails.bundledIn),
        isNull(mails.sentAt),
        isNull(mails.droppedAt),
        sql`${mails.personId} not in (select ${jobs.payload} ->> 'personId' from ${jobs} where ${open})`,
      ),
    )
  return rows.flatMap(({ personId }) => personId ?? [])
}
