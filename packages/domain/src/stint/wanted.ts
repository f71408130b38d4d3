import { inArray, type Reader, schoolChanges, type Tx } from '@wirearchy/db'
import { type Ctx, type Day, dayAfter } from '@wirearchy/domain'
import { idsOfSchools, presentSchools } from '@wirearchy/domain/school'
import { afterChanges, type Reached, type SchoolChange } from './after-changes.ts'
import { type Moved, moveWords } from './move-words.ts'
import { resolve, type Stay } from './resolve.ts'
import { type ClaimRow, claimsOf, say } from './say.ts'
import { stands, type Word, wordOf } from './word.ts'

/**
 * The stays a person's words say, carried through what happened to the schools. What a change of a school does to a
 * stay is written down as a word of its own, once, so that its person can take it back.
 */
export async function wantedStays(tx: Tx, ctx: Ctx, personId: string): Promise<Stay[]> {
  const claims = await claimsOf(tx, personId)
  const all = await inPresentSchools(tx, claims.filter(stands).map(wordOf))
  const ownWords = all.filter((word) => !isOfChange(word))
  const own = resolve(ownWords)
  const changes = await changesAt(
    tx,
    own.map(({ schoolId }) => schoolId),
  )
  if (changes.length === 0) return tieAnswers(own, all)
  const isRefused = (change: SchoolChange, { kind }: Stay) =>
    claims.some((claim) => isBegin(claim, change, kind, dayAfter(change.lastDay)) && !stands(claim))
  const { words, moved } = moveWords(ownWords, changes)
  const afresh = new Set(moved.flatMap(({ stay }) => stay.words))
  const carried = afterChanges(resolve(words), { changes, words, moved: afresh, isRefused })
  const speaker = { tx, ctx, personId, claims }
  for (const one of moved) await speakOfMoved(speaker, one)
  for (const one of carried.reached) await speakOf(speaker, one)
  return tieAnswers(carried.stays, words)
}

/** Where somebody says they went with a school that split, their stay goes on. */
function tieAnswers(stays: Stay[], words: Word[]): Stay[] {
  const behind = ({ id }: Word) => stays.find((stay) => stay.words.includes(id))
  for (const ended of words.filter(({ changeId, says }) => changeId && says === 'ended')) {
    const began = words.find(
      ({ changeId, says, byAs }) => changeId === ended.changeId && says === 'began' && byAs === 'self',
    )
    const [from, to] = [behind(ended), began && behind(began)]
    if (ended.byAs !== 'self' || !from || !to || from === to || to.startedOn <= (from.finishedOn ?? '9999'))
      continue
    Object.assign(from, { endReason: 'school_split' })
    Object.assign(to, { continues: from, isRest: true })
  }
  return stays
}

/** A word that follows from a change of a school; the person's own answer to one is theirs. */
const isOfChange = ({ changeId, byAs }: Word) => Boolean(changeId) && byAs === 'system'

/** Words told of a school under a number it has since changed are words about that school. */
async function inPresentSchools(tx: Tx, words: Word[]): Promise<Word[]> {
  const present = await presentSchools(
    tx,
    words.map(({ schoolId }) => schoolId),
  )
  return words.map((word) => ({ ...word, schoolId: present.get(word.schoolId) ?? word.schoolId }))
}

type Row = typeof schoolChanges.$inferSelect

/** The mergers and closures that stand, of these schools and of those that follow them. */
async function changesAt(read: Pick<Reader, 'select'>, schoolIds: string[]): Promise<SchoolChange[]> {
  const found = new Map<string, SchoolChange>()
  let next = [...new Set(schoolIds)]
  while (next.length > 0) {
    const rows = await read
      .select()
      .from(schoolChanges)
      .where(inArray(schoolChanges.fromSchoolId, await idsOfSchools(read, next)))
    const fresh = rows.filter((row) => !found.has(row.id) && isEnd(row))
    for (const change of await presented(read, fresh)) found.set(change.id, change)
    next = fresh.flatMap(({ toSchoolId }) => toSchoolId ?? [])
  }
  return [...found.values()]
}

const isEnd = ({ kind, state }: Row) => state === 'applied' && (kind === 'merged' || kind === 'closed')

async function presented(read: Pick<Reader, 'select'>, rows: Row[]) {
  const present = await presentSchools(
    read,
    rows.flatMap(({ fromSchoolId, toSchoolId }) => [fromSchoolId, toSchoolId ?? fromSchoolId]),
  )
  return rows.map(({ id, fromSchoolId, toSchoolId, effectiveOn, appliedAt }) => ({
    ...{ id, lastDay: effectiveOn, appliedAt: appliedAt ?? 0 },
    fromSchoolId: present.get(fromSchoolId) ?? fromSchoolId,
    toSchoolId: toSchoolId && (present.get(toSchoolId) ?? toSchoolId),
  }))
}

const isOf = (claim: ClaimRow, { id, appliedAt }: SchoolChange, kind: string) =>
  claim.schoolChangeId === id &&
  claim.byAs === 'system' &&
  claim.kind === kind &&
  claim.createdAt >= appliedAt

const isBegin = (claim: ClaimRow, change: SchoolChange, kind: string, day: Day) =>
  isOf(claim, change, kind) && claim.says === 'began' && claim.day === day

interface Speaker {
  tx: Tx
  ctx: Ctx
  personId: string
  claims: ClaimRow[]
}

async function speakOf(speaker: Speaker, { change, stay, rest, onward }: Reached) {
  const { tx, ctx, personId, claims } = speaker
  const { kind } = stay
  const shared = { personId, kind, byAs: 'system' as const, schoolChangeId: change.id }
  const ended = claims.find((claim) => isOf(claim, change, kind) && claim.says === 'ended')
  const { fromSchoolId: schoolId, lastDay: day } = change
  const endedId = ended?.id ?? (await say(tx, ctx, { ...shared, says: 'ended', schoolId, day }))
  stay.words.push(endedId)
  if (!rest) return
  const startedOn = dayAfter(day)
  for (const one of [change, ...onward]) {
    const before = claims.find((claim) => isBegin(claim, one, kind, startedOn))
    rest.words.push(before?.id ?? (await sayBegan(speaker, { change: one, stay: { ...stay, startedOn } })))
  }
}

/** Written down once, so that whoever takes the change back finds the stay. */
async function speakOfMoved(speaker: Speaker, { change, stay }: Moved) {
  const { kind, startedOn } = stay
  const isSaid = (claim: ClaimRow) => isBegin(claim, change, kind, startedOn) && stands(claim)
  if (!speaker.claims.some(isSaid)) await sayBegan(speaker, { change, stay })
}

function sayBegan({ tx, ctx, personId }: Speaker, { change, stay }: Moved) {
  const { kind, role, pattern, startedOn: day } = stay
  return say(tx, ctx, {
    ...{ personId, kind, byAs: 'system', schoolChangeId: change.id, says: 'began', besides: true },
    ...{ schoolId: change.toSchoolId as string, day, role, pattern },
  })
}
