import {
  and,
  eq,
  inArray,
  isNull,
  mentorships,
  moveClaims,
  moves,
  people,
  sql,
  stints,
  type Tx,
} from '@wirearchy/db'
import { type Ctx, covers } from '@wirearchy/domain'
import { adopt, liveStints, type StintRow } from './adopt.ts'
import { carryBetween } from './carry-over.ts'
import { type Elsewhere, reconcile } from './reconcile.ts'
import { type ClaimRow, claimsOf, say, withdraw } from './say.ts'
import { hangingOn, type MentorshipRow } from './void-stint.ts'
import { stands } from './word.ts'

/** Words that were taken back, each with the one said of the other school instead. */
export type Rewrites = [old: string, now: string][]

export interface PutElsewhere extends Elsewhere {
  /** Only this person's stays; everybody's when left out. */
  personId?: string
  /** Only these words and the ends of the stays they began; all words about the school when left out. */
  words?: string[]
}

/**
 * Puts stays told of one school to another, because both are the same place: every standing word about the one is
 * taken back and said of the other on the same day, by the same side. The rows at the first school are void and the
 * right ones take over their roles, addresses and statutory mentorships, so that ties are kept to the day.
 * @returns which word stands for which, to put them back with
 */
export async function putElsewhere(tx: Tx, ctx: Ctx, about: PutElsewhere): Promise<Rewrites> {
  const concerned = await whomItConcerns(tx, about)
  const held = await mentorshipsAt(tx, concerned, about.fromSchoolId)
  const rewrites: Rewrites = []
  for (const personId of concerned) rewrites.push(...(await putOne(tx, ctx, personId, about)))
  for (const mentorship of held) await carry(tx, ctx, mentorship, about.toSchoolId)
  return rewrites
}

/** Whoever has a stay at the school or is said to have one, erased people too: their colleagues keep their ties. */
async function whomItConcerns(tx: Tx, { personId, words, fromSchoolId }: PutElsewhere): Promise<string[]> {
  if (personId) return [personId]
  const schoolId = fromSchoolId
  if (words) {
    const spoken = await tx
      .selectDistinct({ id: moveClaims.personId })
      .from(moveClaims)
      .where(inArray(moveClaims.id, words))
    return spoken.map(({ id }) => id).sort()
  }
  const rows = await tx.rows<{ id: string }>(sql`
    select person_id as id from ${stints} where school_id = ${schoolId} and voided_at is null
    union select person_id from ${moveClaims} where school_id = ${schoolId} and withdrawn_at is null order by 1`)
  return rows.map(({ id }) => id)
}

async function putOne(tx: Tx, ctx: Ctx, personId: string, about: PutElsewhere): Promise<Rewrites> {
  const { fromSchoolId, toSchoolId } = about
  await tx
    .update(people)
    .set({ rev: sql`${people.rev} + 1` })
    .where(eq(people.id, personId))
  await adopt(tx, ctx, personId)
  const rewrites: Rewrites = []
  for (const claim of await wordsToMove(tx, personId, about)) {
    await withdraw(tx, ctx, claim)
    const { says, day, kind, byAs, byPersonId, moveId, role, pattern, besides, acceptedAt } = claim
    const same = { says, day, kind, byAs, byPersonId, moveId, role, pattern, besides }
    const isAccepted = acceptedAt !== null
    rewrites.push([claim.id, await say(tx, ctx, { ...same, personId, schoolId: toSchoolId, isAccepted })])
  }
  if (rewrites.length === 0) return rewrites
  await tx
    .update(moves)
    .set({ toSchoolId })
    .where(and(eq(moves.personId, personId), eq(moves.toSchoolId, fromSchoolId)))
  await reconcile(tx, ctx, personId, 'other_school', { fromSchoolId, toSchoolId })
  return rewrites
}

async function wordsToMove(tx: Tx, personId: string, { fromSchoolId, words }: PutElsewhere) {
  const about = (await claimsOf(tx, personId)).filter(
    (claim) => claim.schoolId === fromSchoolId && stands(claim),
  )
  if (!words) return about
  const isMine = ({ id }: ClaimRow) => words.includes(id)
  const begun = about.filter((claim) => claim.says === 'began' && isMine(claim)).map(({ stintId }) => stintId)
  const others = about.filter((claim) => claim.says === 'began' && !isMine(claim))
  const isEndOfMine = ({ says, stintId }: ClaimRow) =>
    says === 'ended' && begun.includes(stintId) && !others.some((other) => other.stintId === stintId)
  return about.filter((claim) => isMine(claim) || isEndOfMine(claim))
}

/** Statutory mentorships between two of these people's stays at the school. */
async function mentorshipsAt(tx: Tx, personIds: string[], schoolId: string): Promise<MentorshipRow[]> {
  const found = new Map<string, MentorshipRow>()
  for (const { id } of await staysAt(tx, personIds, schoolId))
    for (const mentorship of await hangingOn(tx, id)) found.set(mentorship.id, mentorship)
  return [...found.values()]
}

const staysAt = (tx: Tx, personIds: string[], schoolId: string): Promise<StintRow[]> =>
  tx
    .select()
    .from(stints)
    .where(and(eq(stints.schoolId, schoolId), inArray(stints.personId, personIds), isNull(stints.voidedAt)))

/** A mentoring that no stay at the other school can hold goes on between the two people: no tie is lost. */
async function carry(tx: Tx, ctx: Ctx, held: MentorshipRow, toSchoolId: string) {
  const [row] = await tx.select().from(mentorships).where(eq(mentorships.id, held.id))
  if (row?.voidedAt !== ctx.now || (await tx.$count(mentorships, eq(mentorships.continuesId, held.id))) > 0)
    return
  const covering = async (personId: string) =>
    (await liveStints(tx, personId)).find(
      (stint) => stint.schoolId === toSchoolId && covers(stint, held.startedOn),
    )
  const [mentors, mentees] = [await covering(held.mentorId), await covering(held.menteeId)]
  await carryBetween(tx, ctx, held, mentors && mentees ? [mentors, mentees] : null)
}
