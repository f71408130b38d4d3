import { inArray, people, type Tx } from '@wirearchy/db'
import { type Ctx, groupBy } from '@wirearchy/domain'
import { type News, tell } from '@wirearchy/domain/notice'
import { matchedLetter, unmatchedLetter } from './emails.ts'
import type { Programme } from './find.ts'
import type { PairRow } from './runs.ts'
import { whoIsIn } from './who-is-in.ts'

/**
 * Everybody hears once what a published run means for them: with whom and why, or that there was nobody this time. A
 * mentor of several has a letter about each, so that each goes only while its reader may see whom it names.
 */
export async function tellAll(tx: Tx, ctx: Ctx, programme: Programme, pairs: PairRow[]) {
  const joined = await whoIsIn(tx, programme.id)
  const names = await namesOf(
    tx,
    joined.map(({ personId }) => personId),
  )
  const ofMentor = groupBy(pairs, ({ mentorId }) => mentorId)
  const ofMentee = new Map(pairs.map((pair) => [pair.menteeId, pair]))
  const news = joined.flatMap(({ personId, side }): News[] => {
    const own = ofMentee.get(personId)
    const mine = side === 'mentor' ? (ofMentor.get(personId) ?? []) : own?.mentorId ? [own] : []
    if (mine.length === 0) return [nobody(ctx, programme, personId, side)]
    return mine.map((pair) => somebody(ctx, programme, pair, side, names))
  })
  await tell(tx, ctx, news)
}

function somebody(
  ctx: Ctx,
  programme: Programme,
  { menteeId, mentorId, mentorshipId, reasons }: PairRow,
  side: 'mentor' | 'mentee',
  names: Map<string, string>,
): News {
  const [personId, otherId] = side === 'mentor' ? [mentorId ?? '', menteeId] : [menteeId, mentorId ?? '']
  const about = {
    programme,
    side,
    reasons,
    mentorshipId: mentorshipId ?? '',
    other: names.get(otherId) ?? '',
  }
  return {
    ...{ personId, kind: 'programme.matched', aboutPersonId: otherId },
    refs: { mentorship: mentorshipId ?? '', programme: programme.id },
    letter: matchedLetter(ctx, about),
  }
}

const nobody = (ctx: Ctx, programme: Programme, personId: string, side: 'mentor' | 'mentee'): News => ({
  ...{ personId, kind: 'programme.unmatched', refs: { programme: programme.id } },
  letter: unmatchedLetter(ctx, programme, side),
})

async function namesOf(tx: Tx, ids: string[]) {
  const found = await tx
    .select({ id: people.id, name: people.displayName })
    .from(people)
    .where(inArray(people.id, ids))
  return new Map(found.map(({ id, name }) => [id, name]))
}
