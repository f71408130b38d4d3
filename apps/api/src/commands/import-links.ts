import type { Ctx } from '@wirearchy/domain'
import { importLinks, type LinksResult, type ToldRow } from '@wirearchy/domain/school'
import { countsLine, type Import, importFile, shownRows, type Terminal } from './import-file.ts'

const number = new Intl.NumberFormat('en-GB')

const links: Import<LinksResult> = {
  usage: 'import links FILE [--json] [--allow-shrink] [--refused FILE]',
  run: (ctx, file) => importLinks(ctx, file),
  summary: (result, seconds) => [
    countsLine('links', result, seconds),
    figuresLine(result),
    ...shownRows('To look at', firstOfEach(result.reviewRows)),
    ...shownRows('Refused', result.refusedRows),
  ],
}

/** A circle's rows all say the same: one of them is enough to read. */
const firstOfEach = (rows: ToldRow[]) =>
  [...new Map(rows.toReversed().map((row) => [row.reason, row])).values()].toReversed()

function figuresLine({ undated, ahead, oneWay, cycles, removed }: LinksResult): string {
  const n = (count: number) => number.format(count)
  return (
    `Without a date: ${n(undated)}; dated ahead: ${n(ahead)}; told from one side alone: ${n(oneWay)}; ` +
    `circles: ${n(cycles.length)}; gone since earlier files: ${n(removed)}.`
  )
}

/** `wirearchy import links FILE`: who succeeded whom in the register. @returns the exit code: see `importFile` */
export const importLinksCommand = (ctx: Ctx, args: string[], io: Terminal) => importFile(links, ctx, args, io)
