import { type Ctx, Problem } from '@wirearchy/domain'
import { changeEndingIn, changePage, changesToReview, decide, undo } from '@wirearchy/domain/review'
import { ChangesToReview, Decide, Undo } from '@wirearchy/domain/review/input'
import type { Terminal } from '../import-file.ts'
import { type Act, runAct, schoolAt, toEach } from './run.ts'
import { KINDS, peopleOf, STATES, shortOf, sideOf, table } from './words.ts'

const USAGE = `Write one of these:
  wirearchy schools review [--kind split] [--decided | --applied] [--page 2] [--json]
  wirearchy schools review show ID [--json]
  wirearchy schools review apply ID … [--as replaced|merged|split|closed] [--to URN] [--on LAST-DAY] [--why "…"]
  wirearchy schools review reject ID … [--why "…"]
  wirearchy schools review undo ID … [--why "…"]
An ID is the end of an id, as the list shows it.`

const list: Act = async (ctx, _ids, { kind, decided, applied, page, json }, io) => {
  const show = decided ? 'decided' : applied ? 'by_rule' : 'waiting'
  const found = await changesToReview(ctx, ChangesToReview.parse({ show, kind, page }))
  if (json) {
    io.stdout.write(`${JSON.stringify(found)}\n`)
    return 0
  }
  const rows = found.lines.map(({ id, kind, state, effectiveOn, from, to, people }) => [
    ...[shortOf(id), KINDS[kind], effectiveOn, STATES[state], peopleOf(people)],
    `${sideOf(from)} → ${sideOf(to)}`,
  ])
  if (rows.length > 0) io.stdout.write(table(['ID', 'WHAT', 'FROM DAY', 'STATE', 'PEOPLE', 'SCHOOLS'], rows))
  io.stdout.write(`${sumOf(found)}\n`)
  return 0
}

function sumOf({ show, total, counts, page, pages }: Awaited<ReturnType<typeof changesToReview>>) {
  if (total === 0) return show === 'waiting' ? 'Nothing waits for a decision.' : 'There are none.'
  const each = counts.map(({ kind, count }) => `${count} ${KINDS[kind]}`).join(', ')
  return `${total} ${show === 'waiting' ? 'wait for a decision' : 'in all'} (${each}). Page ${page} of ${pages}.`
}

const show: Act = async (ctx, [ending, ...more], { json }, io) => {
  if (!ending || more.length > 0) throw new Problem('bad_input', USAGE)
  const change = await changePage(ctx, { id: await changeEndingIn(ctx, ending) })
  io.stdout.write(json ? `${JSON.stringify(change)}\n` : inWords(change))
  return 0
}

function inWords(change: Awaited<ReturnType<typeof changePage>>) {
  const told = change.told.map(({ urn, name, statusTold, openedOn, closedOn }) => [
    ...[urn, statusTold, openedOn ?? '–', closedOn ?? '–', name],
  ])
  const links = change.links.map(({ fromUrn, toUrn, linkType, establishedOn, isRemoved }) => [
    ...[fromUrn, toUrn, establishedOn ?? 'no day', isRemoved ? `${linkType} (no longer told)` : linkType],
  ])
  return [
    `${KINDS[change.kind]}, ${change.effectiveOn}, ${STATES[change.state]}: ${sideOf(change.from)} → ${sideOf(change.to)}`,
    ...(change.why ? [change.why] : []),
    `People there today: ${peopleOf(change.people)}.`,
    `\nWhat the register says:\n${table(['URN', 'STATUS', 'OPENED', 'CLOSED', 'NAME'], told)}`,
    ...(links.length > 0 ? [`Links:\n${table(['FROM', 'TO', 'DAY', 'TYPE'], links)}`] : ['No links.']),
    '',
  ].join('\n')
}

const apply: Act = (ctx, ids, { as = 'as_told', to, on, why }, io) =>
  toEach(ids, USAGE, io, async (ending) => {
    const id = await changeEndingIn(ctx, ending)
    return decided(ctx, Decide.parse({ id, what: as, toSchoolId: await schoolAt(ctx, to), on, why }))
  })

const reject: Act = (ctx, ids, { why }, io) =>
  toEach(ids, USAGE, io, async (ending) =>
    decided(ctx, Decide.parse({ id: await changeEndingIn(ctx, ending), what: 'nothing', why })),
  )

async function decided(ctx: Ctx, input: Decide) {
  const { changeId } = await decide(ctx, input)
  const { kind, state, from, to } = await changePage(ctx, { id: changeId })
  return `${shortOf(changeId)}: ${KINDS[kind]}, ${STATES[state]}: ${sideOf(from)} → ${sideOf(to)}`
}

const takeBack: Act = (ctx, ids, { why }, io) =>
  toEach(ids, USAGE, io, async (ending) => {
    const id = await changeEndingIn(ctx, ending)
    await undo(ctx, Undo.parse({ id, why }))
    return `${shortOf(id)}: taken back.`
  })

/** `wirearchy schools review …`: what the rules leave open about schools, from a terminal. */
export const reviewCommand = (ctx: Ctx, args: string[], io: Terminal) =>
  runAct({ list, show, apply, reject, undo: takeBack }, USAGE, ctx, args, io)
