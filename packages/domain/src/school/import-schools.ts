import type { Ctx } from '../context.ts'
import { applySchools } from './import/apply.ts'
import { absent, toldRows } from './import/report.ts'
import { type ImportResult, noCounts, type Progress, type Stage } from './import/result.ts'
import { finishEarlier, openImport, refuseShrinking, stopwatch } from './import/run.ts'
import { schoolsBeyond, stage } from './import/stage.ts'
import { checkRegister, REGISTERS, type Scheme, survey } from './register/index.ts'

export interface ImportFile {
  /** The register's own file, as downloaded. */
  path: string
  /** Takes a file with far fewer rows than the last one. */
  allowShrink?: boolean
  onProgress?: (progress: Progress) => void
  /** Told of each step as it ends. */
  onStage?: (stage: Stage) => void
}

export interface ImportSchools extends ImportFile {
  /** Which register: England's and Wales's (gias, when left out), Scotland's (seed), Northern Ireland's (ni). */
  scheme?: Scheme
}

/**
 * Brings a register of schools into the network, beside a running server: checks the whole file, stages
 * it outside the live tables, then applies what is new or changed in short transactions. Running the same
 * file again changes nothing and writes no ledger entry. Schools missing from the file stay.
 * @throws Problem when the whole file cannot be used; nothing has been changed then
 */
export async function importSchools(asked: Ctx, input: ImportSchools): Promise<ImportResult> {
  const { scheme = 'gias', onProgress, onStage } = input
  const ctx: Ctx = { ...asked, actor: 'import' }
  const kind = scheme === 'gias' ? 'schools' : `schools ${scheme}`
  const register = REGISTERS[scheme]
  const stages: Stage[] = []
  const ended = stopwatch<Omit<Stage, 'seconds'>>((stage, seconds) => {
    stages.push({ ...stage, seconds })
    onStage?.({ ...stage, seconds })
  })
  const tell = (stage: Stage['stage'], total: number) => (done: number) =>
    onProgress?.({ stage, done, total })

  const file = await survey(input.path)
  const shape = await checkRegister(file, register, tell('check', file.bytes))
  if (!input.allowShrink)
    await refuseShrinking(ctx, kind, shape, 'schools', (ref, last) => schoolsBeyond(ctx, scheme, ref, last))
  ended({ stage: 'check', ...noCounts() })

  await finishEarlier(ctx, kind, (earlier) => applySchools(ctx, earlier, scheme))
  const importId = await openImport(ctx, kind, file, shape)
  const counts = await stage(ctx, importId, { register, file, shape }, tell('stage', shape.rows))
  ended({ stage: 'stage', ...counts })

  await applySchools(ctx, importId, scheme, tell('apply', shape.rows))
  ended({ stage: 'apply', ...counts })
  const unseen = await absent(ctx, scheme, importId)
  return { importId, rows: shape.rows, ...unseen, stages, ...counts, ...(await toldRows(ctx, importId)) }
}
