import { sql } from '@wirearchy/db'
import { fuse, sortedBy } from '../fuse.ts'
import { type Cell, type Journal, list, type Row, rowsWhere } from '../journal.ts'
import { update } from './restore-row.ts'

type Touch = (table: string, id: string) => void

/**
 * What hangs on a stay that is not as it was before the merge, because of what came since: a role keeps the days it
 * shares with its stay and is void when there are none; a statutory mentorship whose stays no longer cover it, or that
 * would be a stay's second one on the same days, goes on between the two people; a word that now names the other record's stay names none.
 */
export async function settle(journal: Journal, touch: Touch) {
  await settleWords(journal, touch)
  await settleRoles(journal, touch)
  await settleMentorships(journal, touch)
}

const ofBoth = ({ loserId, winnerId }: Journal) =>
  sql`(select id from stints where person_id in (${loserId}, ${winnerId}))`

async function settleWords({ tx, loserId, winnerId }: Journal, touch: Touch) {
  const astray = await tx.rows<{ id: string }>(sql`
    select c.id from move_claims c join stints s on s.id = c.stint_id
    where c.person_id in (${loserId}, ${winnerId}) and s.person_id <> c.person_id`)
  for (const { id } of astray) {
    await update(tx, 'move_claims', id, { stint_id: null })
    touch('move_claims', id)
  }
}

async function settleRoles(journal: Journal, touch: Touch) {
  const { tx, ctx } = journal
  const roles = await rowsWhere(tx, 'stint_roles', sql`stint_id in ${ofBoth(journal)} and voided_at is null`)
  const stays = new Map(
    (await rowsWhere(tx, 'stints', sql`id in ${ofBoth(journal)}`)).map((row) => [row.id, row]),
  )
  const standing: Row[] = []
  for (const role of roles) {
    const within = shared(role, stays.get(role.stint_id ?? null))
    const next = within ?? { voided_at: ctx.now }
    if (await rewrite(journal, 'stint_roles', role, next)) touch('stint_roles', String(role.id))
    if (within) standing.push({ ...role, ...within })
  }
  for (const alike of sortedBy(standing, 'stint_id', 'role'))
    for (const { others } of fuse(alike))
      for (const role of others) {
        await rewrite(journal, 'stint_roles', role, { voided_at: ctx.now })
        touch('stint_roles', String(role.id))
      }
}

/** The days of a role within its stay; null when there are none. */
function shared(role: Row, stay: Row | undefined): Row | null {
  if (!stay || stay.voided_at !== null) return null
  const started_on = later(role.started_on, stay.started_on)
  const finished_on = earlier(role.finished_on, stay.finished_on)
  return finished_on !== null && String(finished_on) < String(started_on) ? null : { started_on, finished_on }
}

const later = (one: Cell = null, other: Cell = null) => (String(one) > String(other) ? one : other)
const earlier = (one: Cell = null, other: Cell = null) =>
  one === null ? other : other === null || String(one) < String(other) ? one : other

async function settleMentorships(journal: Journal, touch: Touch) {
  const { tx, loserId, winnerId } = journal
  const covers = (
    stay: string,
    person: string,
  ) => sql`exists (select 1 from stints s where s.id = m.${sql.raw(stay)}
    and s.person_id = m.${sql.raw(person)} and s.voided_at is null and s.started_on <= m.started_on
    and coalesce(m.finished_on, '9999-12-31') <= coalesce(s.finished_on, '9999-12-31'))`
  const adrift = await tx.rows<Row>(sql`
    select m.* from mentorships m where m.kind = 'statutory' and m.voided_at is null
      and (m.mentor_id in (${loserId}, ${winnerId}) or m.mentee_id in (${loserId}, ${winnerId}))
      and not (${covers('mentor_stint_id', 'mentor_id')} and ${covers('mentee_stint_id', 'mentee_id')})`)
  for (const row of adrift) await goOnAlone(journal, row, touch)
  const there = sql`select mentee_stint_id from mentorships where mentor_id in (${loserId}, ${winnerId})
    or mentee_id in (${loserId}, ${winnerId})`
  const statutory = sql`kind = 'statutory' and voided_at is null and mentee_stint_id in (${there})`
  for (const rows of sortedBy(await rowsWhere(tx, 'mentorships', statutory), 'mentee_stint_id'))
    for (const { others } of fuse(rows)) for (const row of others) await goOnAlone(journal, row, touch)
}

/** No school's any more, but the two people's own: no tie is lost. */
async function goOnAlone(journal: Journal, row: Row, touch: Touch) {
  await rewrite(journal, 'mentorships', row, {
    kind: 'informal',
    mentor_stint_id: null,
    mentee_stint_id: null,
  })
  touch('mentorships', String(row.id))
}

/** Changes a row while two records are parted; listed first, the other way round, like everything that is taken back. */
async function rewrite(journal: Journal, table: string, row: Row, set: Row): Promise<boolean> {
  const changed = Object.entries(set).filter(([column, value]) => (row[column] ?? null) !== value)
  if (changed.length === 0) return false
  const items = changed.map(([column, value]) => ({ column, was: value, becomes: row[column] ?? null }))
  await list(journal, table, [{ id: String(row.id), items }])
  await update(journal.tx, table, String(row.id), Object.fromEntries(changed))
  return true
}
