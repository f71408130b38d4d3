import { importRows, insertMany } from '@wirearchy/db'
import type { Ctx } from '../../context.ts'
import { shortTurns } from './turns.ts'

export type StagedRow = Omit<typeof importRows.$inferInsert, 'importId'>

/** Writes an import's rows beside the live tables, in short turns. `onRow` counts along. */
export async function stageRows(
  ctx: Ctx,
  importId: string,
  rows: AsyncIterable<StagedRow> | Iterable<StagedRow>,
  onRow: (done: number) => void,
) {
  const turns = shortTurns()
  let waiting: (typeof importRows.$inferInsert)[] = []
  const flush = async () => {
    const taken = waiting
    waiting = []
    if (taken.length > 0)
      await turns.run(() => ctx.store.tx(async (tx) => void (await insertMany(tx, importRows, taken))))
  }
  let done = 0
  for await (const row of rows) {
    waiting.push({ importId, ...row })
    if (waiting.length >= turns.size()) await flush()
    onRow(++done)
  }
  await flush()
}
