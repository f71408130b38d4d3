import { sql } from '@wirearchy/db'
import { fuse, sortedBy } from '../fuse.ts'
import { change, type Journal, type Row, repoint } from '../journal.ts'
import { between, isNow } from './between.ts'

/** Blocks, both ways: every one holds for the winner. One that both records have stays on each; none is lifted. */
export async function mergeBlocks(journal: Journal) {
  const { self, rest } = await between(journal, 'blocks', { one: 'blocker_id', other: 'blocked_id' })
  for (const row of self.filter(({ lifted_at }) => lifted_at === null))
    await change(journal, 'blocks', row, { lifted_at: journal.ctx.now })
  const isOpen = (row: Row) => row.lifted_at === null
  for (const row of rest) {
    const next = {
      blocker_id: isNow(row.blocker_id, journal),
      blocked_id: isNow(row.blocked_id, journal),
    }
    const isHeld = rest.some(
      (held) =>
        held !== row &&
        isOpen(held) &&
        isOpen(row) &&
        held.blocker_id === next.blocker_id &&
        held.blocked_id === next.blocked_id,
    )
    if (!isHeld) await change(journal, 'blocks', row, next)
  }
}

/** True of somebody whom the winner blocks or is blocked by; asked after the blocks are merged. */
async function blockedWith({ tx, winnerId }: Journal) {
  const rows = await tx.rows<{ id: string; by: string }>(sql`
    select case when blocker_id = ${winnerId} then blocked_id else blocker_id end as id, blocker_id as by
    from blocks where lifted_at is null and ${winnerId} in (blocker_id, blocked_id)`)
  return new Map(rows.map(({ id, by }) => [id, by]))
}

/**
 * Confirmed ties: the strongest state wins (what goes on, goes on), except that what one of two people ended stays
 * ended when a block stands between them. With the other self it is void.
 */
export async function mergeConnections(journal: Journal) {
  const { ctx, winnerId } = journal
  const { self, rest } = await between(journal, 'connections', { one: 'person_lo', other: 'person_hi' })
  for (const row of self.filter(({ voided_at }) => voided_at === null))
    await change(journal, 'connections', row, { voided_at: ctx.now })
  const blocked = await blockedWith(journal)
  const isWinners = ({ person_lo, person_hi }: Row) => person_lo === winnerId || person_hi === winnerId
  const withOther: Row[] = rest.map((row) => ({ ...row, other_id: otherOf(row, journal) }))
  for (const rows of sortedBy(
    withOther.filter(({ voided_at }) => voided_at === null),
    'other_id',
  )) {
    const isEnded = rows.some(({ finished_on }) => finished_on !== null)
    for (const { kept, others, startedOn, finishedOn, last } of fuse(rows, isWinners)) {
      for (const row of others) await change(journal, 'connections', row, { voided_at: ctx.now })
      const ended = {
        finished_on: finishedOn,
        ended_by_id: last.ended_by_id ?? null,
        request_id: last.request_id ?? null,
      }
      await change(journal, 'connections', kept, { started_on: startedOn, ...ended })
    }
    const open = rows.find((row) => row.voided_at === null && row.finished_on === null)
    if (open && isEnded && blocked.has(String(open.other_id))) await closeToday(journal, open)
  }
  for (const { other_id, ...row } of withOther) {
    const [person_lo, person_hi] = [winnerId, String(other_id)].sort() as [string, string]
    await change(journal, 'connections', row, { person_lo, person_hi })
  }
  await repoint(journal, 'connections', 'ended_by_id')
}

const closeToday = (journal: Journal, row: Row) => {
  const { today } = journal.ctx
  const finishedOn = String(row.started_on) > today ? String(row.started_on) : today
  return change(journal, 'connections', row, { finished_on: finishedOn })
}

const otherOf = ({ person_lo, person_hi }: Row, { loserId, winnerId }: Journal) =>
  person_lo === loserId || person_lo === winnerId ? (person_hi as string) : (person_lo as string)

/** Questions: of two open ones from the same person the first stands; none stays open to oneself, a friend, or past a block. */
export async function mergeRequests(journal: Journal) {
  const { tx, ctx, winnerId } = journal
  const { self, rest } = await between(journal, 'connection_requests', { one: 'from_id', other: 'to_id' })
  const withdrawn = { state: 'withdrawn' }
  for (const row of self.filter(({ state }) => state === 'open'))
    await change(journal, 'connection_requests', row, withdrawn)
  const blocked = await blockedWith(journal)
  const known = await tx.rows<{ id: string }>(sql`
    select case when person_lo = ${winnerId} then person_hi else person_lo end as id from connections
    where ${winnerId} in (person_lo, person_hi) and finished_on is null and voided_at is null`)
  const friends = new Set(known.map(({ id }) => id))
  const asked = new Set<string>()
  const planned: [Row, Row][] = []
  for (const row of rest.sort(byAge)) {
    const next: Row = {
      from_id: isNow(row.from_id, journal),
      to_id: isNow(row.to_id, journal),
    }
    const other = String(next.from_id === winnerId ? next.to_id : next.from_id)
    const pair = `${next.from_id} ${next.to_id}`
    if (row.state === 'open' && blocked.has(other))
      Object.assign(
        next,
        next.from_id === blocked.get(other) ? withdrawn : { state: 'declined', answered_at: ctx.now },
      )
    else if (row.state === 'open' && (friends.has(other) || asked.has(pair))) Object.assign(next, withdrawn)
    else if (row.state === 'open') asked.add(pair)
    planned.push([row, next])
  }
  const isGivingWay = ([, next]: [Row, Row]) => Number(!('state' in next))
  for (const [row, next] of planned.sort((one, two) => isGivingWay(one) - isGivingWay(two)))
    await change(journal, 'connection_requests', row, next)
}

const byAge = (one: Row, other: Row) =>
  Number(one.created_at) - Number(other.created_at) || (String(one.id) < String(other.id) ? -1 : 1)
