import {
  and,
  eq,
  groups,
  isNotNull,
  isNull,
  programmePeople,
  programmes,
  schools,
  type Tx,
} from '@wirearchy/db'
import { type Ctx, type MemberCtx, Problem } from '@wirearchy/domain'
import { addSchoolDays, type Nation } from '@wirearchy/domain/calendar'
import { record } from '@wirearchy/domain/ledger'
import { tell } from '@wirearchy/domain/notice'
import { wishesLetter } from './emails.ts'
import { type Programme, takeProgramme } from './find.ts'
import type { OpenWishes } from './input.ts'

/**
 * Asks everybody who joined whom they would like, for so many school days; the last day is included. Once only, so
 * that nobody's wishes are hurried or reopened.
 * @throws Problem conflict when the window was opened already
 */
export const openWishes = (ctx: MemberCtx, { programmeId, days }: OpenWishes) =>
  ctx.store.tx(async (tx) => {
    const programme = await takeProgramme(tx, ctx, programmeId)
    if (programme.wishesUntil !== null)
      throw new Problem('conflict', 'Wishes were asked for already. Each programme asks once.')
    const wishesUntil = addSchoolDays(ctx.today, days, await nationIn(tx, programme))
    await tx.update(programmes).set({ state: 'wishes', wishesUntil }).where(eq(programmes.id, programmeId))
    const refs = { programme: programmeId }
    await record(tx, ctx, { type: 'programme.wishes_opened', refs, after: { wishesUntil } })
    await tellJoined(tx, ctx, { ...programme, wishesUntil })
    return { wishesUntil }
  })

async function tellJoined(tx: Tx, ctx: Ctx, programme: Programme) {
  const joined = and(
    eq(programmePeople.programmeId, programme.id),
    isNotNull(programmePeople.joinedAt),
    isNull(programmePeople.leftAt),
  )
  const people = await tx.select({ personId: programmePeople.personId }).from(programmePeople).where(joined)
  const letter = wishesLetter(ctx, programme)
  const refs = { programme: programme.id }
  await tell(
    tx,
    ctx,
    people.map(({ personId }) => ({ personId, kind: 'programme.wishes', refs, letter })),
  )
}

/** The nation whose school days count: the group's, or the school's. */
async function nationIn(tx: Pick<Tx, 'select'>, { groupId, schoolId }: Programme): Promise<Nation> {
  const [home] = groupId
    ? await tx.select({ nation: groups.nation }).from(groups).where(eq(groups.id, groupId))
    : await tx
        .select({ nation: schools.nation })
        .from(schools)
        .where(eq(schools.id, schoolId ?? ''))
  const known = (['wales', 'scotland', 'northern_ireland'] as const).find((one) => one === home?.nation)
  return known ?? 'england'
}
