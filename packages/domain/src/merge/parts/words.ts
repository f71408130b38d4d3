import { eq, moveClaims, sql } from '@wirearchy/db'
import type { Day } from '@wirearchy/domain'
import { counts, say, type Word } from '@wirearchy/domain/stint'
import { change, type Journal, type Row, rowsWhere } from '../journal.ts'
import { astray, type Story, storyOf, type Told } from './story.ts'

/** The words of both records that stand before the two are made one. */
export async function wordsThatStand({ tx, loserId, winnerId }: Journal): Promise<Set<string>> {
  const standing = sql`person_id in (${loserId}, ${winnerId}) and withdrawn_at is null and objected_at is null`
  return new Set((await rowsWhere(tx, 'move_claims', standing)).map(({ id }) => String(id)))
}

/**
 * Words of two records that meet at one school may say together what neither said alone. Here as few of them as can be
 * are taken back, or left to count after all, so that together they say the stays that are kept, and the person's next
 * word moves none. Where no choice of them does, the stays' own days are said; parting takes those words back.
 * @param stood the words that stood before the merge
 */
export async function sayTheSame(journal: Journal, stood: Set<string>) {
  const story = await storyOf(journal, stood)
  for (const place of astray(story, story.told)) {
    if (!astray(story, story.told).includes(place)) continue
    const chosen = choose(story, place)
    for (const one of story.told.filter((told) => told.place === place))
      await stand(journal, one, chosen ? chosen.includes(one) : isOfAStay(story, one))
    if (!chosen) await sayDays(journal, story, place)
    await samePattern(journal, story, place)
  }
}

/** More than this are not tried together, or at once. */
const AT_MOST = { words: 24, together: 3 }

/** The words of a place that say its stays, when as few as can be count that did not, or no longer do. */
function choose(story: Story, place: string): Told[] | undefined {
  const others = astray(story, story.told).length
  const here = story.told.filter((told) => told.place === place && counts(told.word))
  if (here.length > AT_MOST.words) return undefined
  for (let many = 1; many <= AT_MOST.together; many += 1)
    for (const turned of sets(here, many)) {
      const next = story.told.map((one) =>
        turned.includes(one) ? { ...one, isStanding: !one.isStanding } : one,
      )
      const left = astray(story, next)
      if (!left.includes(place) && left.length < others)
        return story.told.filter((one, at) => one.place === place && next[at]?.isStanding)
    }
  return undefined
}

/** Every choice of so many. */
function sets<Item>(items: Item[], many: number): Item[][] {
  if (many === 0) return [[]]
  return items.flatMap((item, at) => sets(items.slice(at + 1), many - 1).map((rest) => [item, ...rest]))
}

async function stand(journal: Journal, told: Told, isStanding: boolean) {
  if (told.isStanding === isStanding || !counts(told.word)) return
  await change(journal, 'move_claims', told.row, { withdrawn_at: isStanding ? null : journal.ctx.now })
  told.isStanding = isStanding
}

const dayOf = (stay: Row, says: Word['says']) =>
  (says === 'began' ? stay.started_on : stay.finished_on) as Day | null

const isOfAStay = ({ stays }: Story, { word, place }: Told) =>
  (stays.get(place) ?? []).some((stay) => dayOf(stay, word.says) === word.day)

/** Says the first and the last day of each stay at a place of which no word that counts does. */
async function sayDays(journal: Journal, { stays, told }: Story, place: string) {
  for (const stay of stays.get(place) ?? [])
    for (const says of ['began', 'ended'] as const) {
      const day = dayOf(stay, says)
      const isSaid = told.some(
        (one) => one.place === place && one.isStanding && one.word.says === says && one.word.day === day,
      )
      if (day && !isSaid) await sayDay(journal, stay, says, day)
    }
}

/** Written taken back, and made to count as a step of the merge, so that parting leaves it taken back. */
async function sayDay(journal: Journal, stay: Row, says: Word['says'], day: Day) {
  const { tx, ctx, winnerId } = journal
  const {
    source: byAs,
    kind,
    pattern,
  } = stay as unknown as Pick<Word, 'kind' | 'pattern'> & {
    source: Word['byAs']
  }
  const shared = { personId: winnerId, schoolId: String(stay.school_id), kind, byAs, isAccepted: true }
  const id = await say(tx, ctx, { ...shared, says, day, ...(says === 'began' && { pattern, besides: true }) })
  await tx.update(moveClaims).set({ withdrawnAt: ctx.now }).where(eq(moveClaims.id, id))
  const [word] = await rowsWhere(tx, 'move_claims', sql`id = ${id}`)
  await change(journal, 'move_claims', word as Row, { withdrawn_at: null, stint_id: stay.id ?? null })
}

/** What begins a stay says its pattern. */
async function samePattern(journal: Journal, { stays, told }: Story, place: string) {
  const kept = stays.get(place) ?? []
  for (const { row, word } of told.filter((one) => one.place === place && one.isStanding)) {
    const stay = kept.find(({ id }) => id === row.stint_id)
    if (stay && word.says === 'began')
      await change(journal, 'move_claims', row, { pattern: stay.pattern ?? null })
  }
}
