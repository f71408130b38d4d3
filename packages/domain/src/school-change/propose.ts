import { eq, schools, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { follow } from './apply.ts'
import { type ChangeRow, causeOf, schoolOfRef, setState, setWhy, writeChange } from './changes.ts'
import { changesOfRef } from './changes-of-register.ts'
import type { Proposal } from './classify.ts'
import { ranBesides } from './take-over.ts'
import { askPeople } from './tell.ts'

export type Outcome = 'applied' | 'needsReview' | 'unchanged'

/** True of a change that came to nothing by itself: what the register says now may take its place. */
const isSuperseded = ({ state, decidedAt }: ChangeRow) =>
  decidedAt === null && (state === 'rejected' || state === 'undone')

const isSame = (proposal: Proposal, row: ChangeRow) =>
  row.kind === proposal.kind && row.cause === causeOf(proposal)

/** Whether what the register says is as we have it already: nothing is written then. */
export function isKnown(proposal: Proposal, rows: ChangeRow[]): boolean {
  const known = rows.find((row) => isSame(proposal, row) && !isSuperseded(row))
  if (!known) return false
  if (known.state === 'needs_review') return proposal.verdict === 'review' && known.why === proposal.why
  if (known.state !== 'applied' || known.decidedAt !== null) return true
  return proposal.verdict === 'apply' ? known.why === null : known.why === proposal.why
}

/**
 * Keeps what the register says happened to a school: applied when the rules allow it, else waiting for somebody. What
 * a person has decided stays, whatever the register says later; what it says differently from before waits.
 */
export async function keepProposal(
  tx: Tx,
  ctx: Ctx,
  proposal: Proposal,
  importId: string | null,
): Promise<Outcome> {
  const schoolId = await schoolOfRef(tx, proposal.fromRef)
  const rows = schoolId ? await changesOfRef(tx, proposal.fromRef, schoolId) : []
  if (isKnown(proposal, rows)) return 'unchanged'
  const same = rows.find((row) => isSame(proposal, row) && !isSuperseded(row))
  if (same?.state === 'applied')
    return question(tx, ctx, same, proposal.verdict === 'apply' ? null : proposal.why)
  const standing = rows.find(({ state }) => state === 'applied')
  const judged = await judge(tx, standing ? disputed(proposal, standing) : proposal)
  const isSameDay = same?.effectiveOn === (judged.lastDay ?? same?.effectiveOn)
  for (const row of rows.filter((row) => row.state === 'needs_review' && !(row === same && isSameDay)))
    await setState(tx, ctx, row, 'rejected', { why: 'The register says otherwise now.' })
  if (same && isSameDay) return again(tx, ctx, same, judged)
  return write(tx, ctx, judged, importId)
}

async function question(tx: Tx, ctx: Ctx, change: ChangeRow, why: string | null): Promise<Outcome> {
  if (change.why === why) return 'unchanged'
  await setWhy(tx, ctx, change, why)
  return why ? 'needsReview' : 'unchanged'
}

/** What stands already is not changed by a register that says something else now: somebody has to look. */
const disputed = (proposal: Proposal, standing: ChangeRow): Proposal => ({
  ...proposal,
  verdict: 'review',
  why: `We took it since ${standing.effectiveOn} that this school was ${standing.kind}, and the register says otherwise now. ${proposal.why ?? 'Undo the earlier change first if this one is right.'}`,
})

async function judge(tx: Tx, proposal: Proposal): Promise<Proposal> {
  if (proposal.kind !== 'replaced' || proposal.verdict !== 'apply' || !proposal.toRef || !proposal.lastDay)
    return proposal
  const to = await schoolOfRef(tx, proposal.toRef)
  if (
    !to ||
    to === (await schoolOfRef(tx, proposal.fromRef)) ||
    !(await ranBesides(tx, to, proposal.lastDay))
  )
    return proposal
  const why = `People told of time under ${proposal.toRef} while ${proposal.fromRef} was still open, as at a school of its own. Say whether it is the same school, or whether the two became one.`
  return { ...proposal, verdict: 'review', why }
}

async function again(tx: Tx, ctx: Ctx, change: ChangeRow, { verdict, why }: Proposal): Promise<Outcome> {
  if (verdict === 'review') return question(tx, ctx, change, why)
  await follow(tx, ctx, await setState(tx, ctx, change, 'applied', { why: null }))
  return 'applied'
}

async function write(tx: Tx, ctx: Ctx, proposal: Proposal, importId: string | null): Promise<Outcome> {
  const { kind, fromRef, toRef, lastDay, verdict, why } = proposal
  const fromSchoolId = await schoolOfRef(tx, fromRef)
  const toSchoolId = toRef && (await schoolOfRef(tx, toRef))
  if (!fromSchoolId || (toRef && !toSchoolId)) return 'unchanged'
  const change = await writeChange(tx, ctx, {
    ...{
      kind,
      fromSchoolId,
      toSchoolId,
      effectiveOn: lastDay ?? ctx.today,
      cause: causeOf(proposal),
      why,
      importId,
    },
    state: verdict === 'apply' ? 'applied' : 'needs_review',
  })
  if (verdict === 'apply') await follow(tx, ctx, change)
  else if (await isClosed(tx, fromSchoolId)) await askPeople(tx, ctx, change)
  return verdict === 'apply' ? 'applied' : 'needsReview'
}

/** Only somebody whose school is no more is asked where they are. */
async function isClosed(tx: Tx, schoolId: string) {
  const [school] = await tx.select({ status: schools.status }).from(schools).where(eq(schools.id, schoolId))
  return school?.status === 'closed'
}
