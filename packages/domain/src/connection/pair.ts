import {
  and,
  connectionRequests,
  connections,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  or,
  type Reader,
  type SQL,
} from '@wirearchy/db'
import type { Day } from '@wirearchy/domain'

type Read = Pick<Reader, 'select'>

/** Two people in the order a connection holds them: by id. */
export const ordered = (one: string, other: string) => {
  const [personLo, personHi] = one < other ? [one, other] : [other, one]
  return { personLo, personHi }
}

/** Their connection's current period; null when there is none. */
export async function openConnection(read: Read, one: string, other: string) {
  const { personLo, personHi } = ordered(one, other)
  const [open] = await read
    .select()
    .from(connections)
    .where(and(ofPair(personLo, personHi), isNull(connections.finishedOn)))
  return open ?? null
}

/** A period that ended on or after a day; null when there is none. */
export async function justEnded(read: Read, one: string, other: string, today: Day) {
  const { personLo, personHi } = ordered(one, other)
  const [ended] = await read
    .select()
    .from(connections)
    .where(and(ofPair(personLo, personHi), gte(connections.finishedOn, today)))
  return ended ?? null
}

const ofPair = (personLo: string, personHi: string) =>
  and(eq(connections.personLo, personLo), eq(connections.personHi, personHi), isNull(connections.voidedAt))

/**
 * A request that its asker still waits on. A declined one is such a request: the asker must not be
 * able to tell a no from silence.
 */
export const isWaiting = inArray(connectionRequests.state, ['open', 'declined'])

/** The latest request from one person to another that its asker still waits on. */
export async function waitingRequest(read: Read, fromId: string, toId: string) {
  const [request] = await read
    .select()
    .from(connectionRequests)
    .where(and(eq(connectionRequests.fromId, fromId), eq(connectionRequests.toId, toId), isWaiting))
    .orderBy(desc(connectionRequests.createdAt), desc(connectionRequests.id))
    .limit(1)
  return request ?? null
}

/** Every request between two people, whoever asked. */
export const between = (one: string, other: string): SQL | undefined =>
  or(
    and(eq(connectionRequests.fromId, one), eq(connectionRequests.toId, other)),
    and(eq(connectionRequests.fromId, other), eq(connectionRequests.toId, one)),
  )
