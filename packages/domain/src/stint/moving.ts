import { and, audiences, eq, sql } from '@wirearchy/db'
import type { Day, MemberCtx } from '@wirearchy/domain'
import { tieRows } from '@wirearchy/domain/network'
import { sight } from '@wirearchy/domain/visibility'
import { liveStints } from './adopt.ts'
import { type MyStay, myStays } from './my-stays.ts'
import { type MoveRow, openMoves } from './refresh-moves.ts'
import { wouldLoseTheirWayIn } from './way-in.ts'

export interface OpenMove {
  id: string
  state: MoveRow['state']
  leaveOn: Day | null
  startOn: Day | null
  /** True when the mover has told it themselves; else only a school has spoken. */
  isMine: boolean
}

export interface MovingForm {
  stays: MyStay[]
  /** True when every address of the account belongs to a stay that may end: add a personal one first. */
  needsPersonalAddress: boolean
  /** How many people each answer to "who may know" speaks of. */
  people: { ties: number; groups: number }
  twoHops: 'yes' | 'no'
  /** Whether the current school is shown to nobody, so that the form starts from "never". */
  hidesSchool: boolean
  /** Moves to come, unsettled ones, and one that can still be undone. */
  open: OpenMove[]
}

/** What the page "I'm moving school" asks from. */
export async function movingForm(ctx: MemberCtx): Promise<MovingForm> {
  const { read } = ctx.store
  const levels = await read
    .select({ field: audiences.field, level: audiences.level })
    .from(audiences)
    .where(and(eq(audiences.personId, ctx.viewer), sql`${audiences.field} in ('two_hops', 'current_school')`))
  const levelOf = (wanted: string) => levels.find(({ field }) => field === wanted)?.level
  const isOpen = ({ state, undoUntil }: MoveRow) => state !== 'complete' || (undoUntil ?? 0) > ctx.now
  const open = (await openMoves(read, ctx.viewer)).filter(isOpen)
  const stays = (await myStays(ctx)).filter(({ startedOn }) => startedOn <= ctx.today)
  const ending = (await liveStints(read, ctx.viewer)).filter(({ id }) => stays.some((stay) => stay.id === id))
  return {
    stays,
    needsPersonalAddress: await wouldLoseTheirWayIn(read, ctx.viewer, ending),
    people: await counts(ctx),
    twoHops: (levelOf('two_hops') ?? 'only_me') === 'only_me' ? 'no' : 'yes',
    hidesSchool: levelOf('current_school') === 'only_me',
    open: open.map(({ id, state, leaveOn, startOn, undoUntil }) => ({
      id,
      state,
      leaveOn,
      startOn,
      isMine: undoUntil !== null,
    })),
  }
}

async function counts(ctx: MemberCtx) {
  const [row] = await ctx.store.read.rows<{ ties: number; groups: number }>(sql`
    select count(distinct case when tie.kind <> 'group' then tie.other_id end) as ties,
      count(distinct case when tie.kind = 'group' then tie.other_id end) as groups
    from (${tieRows(ctx.viewer, ctx.today, ctx.today)}) tie
    join (${sight(ctx)}) in_sight on in_sight.person_id = tie.other_id where tie.kind <> 'school'`)
  return { ties: Number(row?.ties ?? 0), groups: Number(row?.groups ?? 0) }
}
