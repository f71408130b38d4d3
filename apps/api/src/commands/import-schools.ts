import { type Ctx, Problem } from '@wirearchy/domain'
import { type ImportResult, importSchools, REGISTER_SCHEMES, type Scheme } from '@wirearchy/domain/school'
import { countsLine, type Import, importFile, shownRows, type Terminal } from './import-file.ts'

const number = new Intl.NumberFormat('en-GB')

const schools: Import<ImportResult> = {
  usage: 'import schools FILE [--scheme gias|seed|ni] [--json] [--allow-shrink] [--refused FILE]',
  run: (ctx, file, { scheme }) => importSchools(ctx, { ...file, scheme: schemeNamed(scheme) }),
  summary: (result, seconds) => [
    countsLine('schools', result, seconds),
    ...shownRows('To look at', result.reviewRows),
    ...shownRows('Refused', result.refusedRows),
    ...absentLine(result),
  ],
}

function schemeNamed(told: string | undefined): Scheme {
  const scheme = REGISTER_SCHEMES.find((each) => each === (told ?? 'gias'))
  if (scheme) return scheme
  throw new Problem(
    'bad_input',
    `There is no register “${told}”. Use gias for England and Wales, seed for Scotland, ni for Northern Ireland.`,
  )
}

function absentLine({ absent, absentRefs }: ImportResult): string[] {
  if (absent === 0) return []
  const few = `${absentRefs.join(', ')}${absent > absentRefs.length ? ', …' : ''}`
  return [
    `Of the schools we know, ${number.format(absent)} are not in this file (${few}). They stay as they were.`,
  ]
}

/** `wirearchy import schools FILE`: a register of schools, safe to run again. @returns the exit code: see `importFile` */
export const importSchoolsCommand = (ctx: Ctx, args: string[], io: Terminal) =>
  importFile(schools, ctx, args, io)
