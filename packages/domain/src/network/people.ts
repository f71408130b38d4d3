import { inList, type SQL, sql } from '@wirearchy/db'
import { addDays, type Day, dayAsked, fold, groupBy, type MemberCtx } from '@wirearchy/domain'
import type { PeopleQuery } from './input.ts'
import { type SchoolNow, schoolsNow } from './schools-now.ts'
import { type Section, sectionsOf } from './sections.ts'
import { type Tie, tiesOf } from './ties.ts'
import { fullDay } from './words.ts'

/** Somebody I am tied to, with every reason. */
export interface PersonLine {
  id: string
  name: string
  ties: Tie[]
  schools: SchoolNow[]
  /** What changed of late that I may know, in words. */
  changed: string | null
  changedOn: Day | null
  pinned: boolean
}

export interface PeoplePage {
  total: number
  hiddenTotal: number
  sections: Section[]
  /** The picture's people: the first of each kind, and the rest as counts by what was shared. */
  drawn: { id: string; name: string; kind: Section['kind']; from: string | null; why: string }[]
  folded: { kind: Section['kind']; from: string | null; count: number }[]
}

const LATELY_DAYS = 60
const PAGE_SIZE = 24

/**
 * Everyone the viewer is tied to, grouped by how they know them, with the reason and its dates, where
 * each is now if they let it be seen, and what changed since. Counts are of the same rows as the lists.
 * As of an earlier day: whoever they were tied to by then, as it was.
 * @throws Problem bad_input for a day to come
 */
export async function people(
  ctx: MemberCtx,
  { how, q, page = 1, hidden = false, asOf }: PeopleQuery,
): Promise<PeoplePage> {
  const on = dayAsked(ctx, asOf)
  const lines = await linesOf(ctx, on)
  const shown = lines.filter((line) => line.hidden === hidden && matches(line, q))
  return {
    total: shown.length,
    hiddenTotal: lines.filter((line) => line.hidden).length,
    sections: sectionsOf(shown, { how, page, size: how ? PAGE_SIZE * 4 : PAGE_SIZE, today: on }),
    ...pictureOf(shown, on),
  }
}

const DRAWN_A_KIND = 24

/** The picture shows the list's people and no others: whoever is not drawn is counted. */
function pictureOf(lines: PersonLine[], today: Day): Pick<PeoplePage, 'drawn' | 'folded'> {
  const everyone = sectionsOf(lines, { how: undefined, page: 1, size: lines.length || 1, today })
  const kinds = groupBy(everyone, ({ kind }) => kind)
  const drawn: PeoplePage['drawn'] = []
  const folded: PeoplePage['folded'] = []
  for (const [kind, sections] of kinds) {
    let room = DRAWN_A_KIND
    for (const { people: members } of sections) {
      for (const { id, name, ties, reason } of members.slice(0, room))
        drawn.push({
          id,
          name,
          kind,
          from: ties.find((tie) => tie.contextName)?.contextName ?? null,
          why: reason,
        })
      const rest = members.length - Math.min(room, members.length)
      if (rest > 0)
        folded.push({
          kind,
          from: members[0]?.ties.find((tie) => tie.contextName)?.contextName ?? null,
          count: rest,
        })
      room = Math.max(0, room - members.length)
    }
  }
  return { drawn, folded }
}

interface Kept {
  id: string
  name: string
  pinned: number | null
  hidden: number | null
}

async function linesOf(ctx: MemberCtx, on: Day): Promise<(PersonLine & { hidden: boolean })[]> {
  const ties = await tiesOf(ctx, { asOf: on })
  const others = inList([...new Set(ties.map((tie) => tie.otherId))])
  const [names, schools] = await Promise.all([namesOf(ctx, others), schoolsNow(ctx, others, on)])
  const tiesByPerson = groupBy(ties, (tie) => tie.otherId)
  const schoolsByPerson = groupBy(schools, (school) => school.personId)
  return names.flatMap(({ id, name, pinned, hidden }) => {
    const reasons = tiesByPerson.get(id)
    if (!reasons) return []
    const places = schoolsByPerson.get(id) ?? []
    const news = places.find(
      (place) => place.startedOn > addDays(on, -LATELY_DAYS) && startedSince(place, reasons),
    )
    return [
      {
        id,
        name,
        ties: reasons,
        schools: places,
        changed: news ? `Joined ${news.name} on ${fullDay(news.startedOn)}` : null,
        changedOn: news?.startedOn ?? null,
        pinned: Boolean(pinned),
        hidden: Boolean(hidden),
      },
    ]
  })
}

const startedSince = (place: SchoolNow, reasons: Tie[]) =>
  reasons.some((tie) => tie.startedOn < place.startedOn)

const namesOf = (ctx: MemberCtx, others: SQL) =>
  ctx.store.read.rows<Kept>(sql`
    select someone.id as id, someone.display_name as name, kept.pinned as pinned, kept.hidden as hidden
    from people someone
    left join tie_preferences kept on kept.person_id = ${ctx.viewer} and kept.other_id = someone.id
    where someone.id in (${others})`)

const matches = ({ name }: PersonLine, q: string | undefined) =>
  !q || ` ${fold(name)}`.includes(` ${fold(q)}`)
