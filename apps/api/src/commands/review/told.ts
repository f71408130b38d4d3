import { type Ctx, Problem } from '@wirearchy/domain'
import {
  decidePending,
  pendingEndingIn,
  pendingSchool,
  pendingSchools,
  undoPending,
} from '@wirearchy/domain/review'
import { DecidePending, PendingSchools } from '@wirearchy/domain/review/input'
import type { Terminal } from '../import-file.ts'
import { type Act, type Options, runAct, schoolAt, toEach } from './run.ts'
import { decisionOf, peopleOf, shortOf, table } from './words.ts'

const USAGE = `Write one of these:
  wirearchy schools told [--decided] [--page 2] [--json]
  wirearchy schools told show ID [--json]
  wirearchy schools told decide ID … --as listed --to URN [--why "…"]
  wirearchy schools told decide ID … --as own [--ref 1234567] [--why "…"]
  wirearchy schools told decide ID … --as not-a-school [--why "…"]
  wirearchy schools told undo ID …
An ID is the end of an id, as the list shows it.`

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

const list: Act = async (ctx, _ids, { decided, page, json }, io) => {
  const found = await pendingSchools(
    ctx,
    PendingSchools.parse({ show: decided ? 'decided' : 'waiting', page }),
  )
  const rows = found.schools.map((school) => [
    ...[shortOf(school.id), dayOf(school.toldAt), peopleOf(school.people), decisionOf(school)],
    [school.name, school.town, school.nation, school.seedCode].filter(Boolean).join(', '),
  ])
  if (json) io.stdout.write(`${JSON.stringify(found)}\n`)
  else if (rows.length === 0)
    io.stdout.write(decided ? 'There are none.\n' : 'Nothing waits for a decision.\n')
  else io.stdout.write(table(['ID', 'TOLD ON', 'PEOPLE', 'IS', 'SCHOOL'], rows))
  return 0
}

const show: Act = async (ctx, [ending, ...more], { json }, io) => {
  if (!ending || more.length > 0) throw new Problem('bad_input', USAGE)
  const school = await pendingSchool(ctx, { schoolId: await pendingEndingIn(ctx, ending) })
  if (json) {
    io.stdout.write(`${JSON.stringify(school)}\n`)
    return 0
  }
  const rows = school.matches.map(({ urn, status, name, town }) => [
    urn ?? '–',
    status,
    `${name}, ${town ?? '–'}`,
  ])
  io.stdout.write(
    [
      `${[school.name, school.town, school.nation, school.seedCode].filter(Boolean).join(', ')}: ${decisionOf(school)}`,
      `People there today: ${peopleOf(school.people)}.`,
      rows.length > 0 ? table(['URN', 'STATUS', 'LIKELY MEANT'], rows) : 'No listed school is like it.\n',
    ].join('\n'),
  )
  return 0
}

const decide: Act = (ctx, ids, options, io) =>
  toEach(ids, USAGE, io, async (ending) => {
    const schoolId = await pendingEndingIn(ctx, ending)
    await decidePending(ctx, DecidePending.parse({ schoolId, ...(await answerOf(ctx, options)) }))
    return lineOf(ctx, schoolId)
  })

async function answerOf(ctx: Ctx, { as, to, ref, why }: Options) {
  if (!as)
    throw new Problem('bad_input', 'Say what it is: --as listed --to URN, --as own, or --as not-a-school.')
  return { outcome: as.replaceAll('-', '_'), toSchoolId: await schoolAt(ctx, to), ref, why }
}

const undo: Act = (ctx, ids, _options, io) =>
  toEach(ids, USAGE, io, async (ending) => {
    const schoolId = await pendingEndingIn(ctx, ending)
    await undoPending(ctx, { schoolId })
    return lineOf(ctx, schoolId)
  })

async function lineOf(ctx: Ctx, schoolId: string) {
  const school = await pendingSchool(ctx, { schoolId })
  return `${shortOf(schoolId)}: ${school.name}: ${decisionOf(school)}`
}

/** `wirearchy schools told …`: schools that members told of by name, from a terminal. */
export const toldCommand = (ctx: Ctx, args: string[], io: Terminal) =>
  runAct({ list, show, decide, undo }, USAGE, ctx, args, io)
