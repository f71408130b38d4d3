import { and, desc, eq, isNull, ledger, schoolLeads, sql, stintRoles, type Tx } from '@wirearchy/db'
import { type Day, isOver, overlaps } from '@wirearchy/domain'
import { recordsOf } from '@wirearchy/domain/ledger'
import { liveStints, type StintRow } from './adopt.ts'
import { isByHand } from './by-hand.ts'
import { hangingOn } from './void-stint.ts'

/** One thing that hangs on a stay, with the days it would have if the stay had no end. */
export interface Part {
  id: string
  startedOn: Day
  finishedOn: Day | null
  endReason?: string | null
  /** The stay ended before this began, and so it is void. */
  isVoid?: boolean
}

/** What hangs on a stay: roles, statutory mentorships on either side, grants to act for the school. */
export interface Hanging {
  roles: Part[]
  mentorships: Part[]
  leads: Part[]
}

interface Close {
  hanging: Hanging
  finishedOn: Day
}

/** Everything that hangs on a stay now. A part that the last close cut short keeps the days it had before. */
export async function hangingOnStay(tx: Tx, stint: StintRow): Promise<Hanging> {
  const close = await lastClose(tx, stint)
  const roles = await tx
    .select()
    .from(stintRoles)
    .where(and(eq(stintRoles.stintId, stint.id), isNull(stintRoles.voidedAt)))
  return {
    roles: uncut(roles, close?.hanging.roles, close),
    mentorships: uncut(await hangingOn(tx, stint.id), close?.hanging.mentorships, close),
    leads: uncut(await leadsWithin(tx, stint), close?.hanging.leads, close),
  }
}

/** The latest entry that set this stay's end, if it stands: what hung on it before, and the day it was cut to. */
async function lastClose(tx: Pick<Tx, 'select'>, { id, personId }: StintRow): Promise<Close | null> {
  const isOfStint = sql`${ledger.refs} ->> 'stint' = ${id}`
  const [entry] = await tx
    .select({ type: ledger.type, before: ledger.before, after: ledger.after })
    .from(ledger)
    .where(
      and(
        sql`${ledger.personId} in (${recordsOf(personId)})`,
        sql`${ledger.type} in ('stint.closed', 'stint.reopened')`,
        isOfStint,
      ),
    )
    .orderBy(desc(ledger.seq))
    .limit(1)
  if (entry?.type !== 'stint.closed' || !entry.before?.hanging) return null
  return { hanging: entry.before.hanging as Hanging, finishedOn: entry.after?.finishedOn as Day }
}

/** Grants of the person's days in this stay; none while another stay at the school goes on without it. */
async function leadsWithin(tx: Tx, stint: StintRow) {
  const others = (await liveStints(tx, stint.personId)).filter(
    ({ id, schoolId }) => id !== stint.id && schoolId === stint.schoolId,
  )
  if (others.some((other) => !isOver(other, stint.finishedOn ?? stint.startedOn))) return []
  const leads = await tx
    .select()
    .from(schoolLeads)
    .where(and(eq(schoolLeads.personId, stint.personId), eq(schoolLeads.schoolId, stint.schoolId)))
  return leads.filter((lead) => overlaps(lead, stint))
}

function uncut(live: Part[], known: Part[] = [], close: Close | null): Part[] {
  const before = new Map(known.map((part) => [part.id, part]))
  const parts = live.map(({ id, startedOn, finishedOn, endReason = null }) => ({
    id,
    startedOn,
    finishedOn,
    endReason,
  }))
  const voided = known.filter(
    ({ id, startedOn }) => close && startedOn > close.finishedOn && !live.some((one) => one.id === id),
  )
  return [
    ...parts.map((part) => (isCutBy(close, part) ? (before.get(part.id) ?? part) : part)),
    ...voided.map((part) => ({ ...part, isVoid: true })),
  ]
}

/** What one of two people ended on that very day ended by their hand, and stays so. */
const isCutBy = (close: Close | null, part: Part) => part.finishedOn === close?.finishedOn && !isByHand(part)
