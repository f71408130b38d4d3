import type { MemberCtx } from '@wirearchy/domain'
import { csvOf } from '@wirearchy/domain/seat'
import { rowOf } from './board.ts'
import { boardFor } from './boards.ts'
import { type Figures, figuresOf } from './figures.ts'
import type { BoardFile } from './input.ts'
import { pairsOf } from './pairs.ts'

const WORDS = { waiting: 'Waiting', met: 'Met', quiet: 'Quiet', ended: 'Ended' } as const
const FEW = 'Fewer than 5'

/**
 * A board as a file for a spreadsheet: what the page shows and nothing more. No cell of it runs as a formula.
 * @throws Problem not_found to who does not look after it
 */
export async function boardFile(ctx: MemberCtx, { id, of }: BoardFile) {
  const board = await boardFor(ctx.store.read, ctx, { id })
  const pairs = await pairsOf(ctx.store.read, ctx, board)
  const rows =
    of === 'figures' ? figureRows(figuresOf(pairs)) : pairRows(pairs.map((pair) => rowOf(ctx, pair)))
  return { fileName: `mentoring-${of}-${ctx.today}.csv`, csv: csvOf(rows) }
}

const pairRows = (rows: ReturnType<typeof rowOf>[]) => [
  ['Mentee', 'Mentor', 'Since', 'How it stands', 'School days waited'],
  ...rows.map(({ mentee, mentor, startedOn, state, waited }) => [
    ...[mentee, mentor, startedOn, WORDS[state]],
    waited === null ? '' : String(waited),
  ]),
]

function figureRows({ waits, ...counts }: Figures) {
  const said = (count: number | null) => (count === null ? FEW : String(count))
  return [
    ['What', 'How many'],
    ['Pairs', said(counts.pairs)],
    ...(['waiting', 'met', 'quiet', 'ended'] as const).map((state) => [WORDS[state], said(counts[state])]),
    ['Median school days to the first meeting', said(waits?.median === undefined ? null : waits.median)],
    ...(waits?.bars ?? []).map(({ label, count }) => [`Met after ${label} school days`, said(count)]),
  ]
}
