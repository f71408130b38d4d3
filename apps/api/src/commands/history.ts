import { parseArgs } from 'node:util'
import { accountEmails, accounts, desc, eq, inList, people, sql } from '@wirearchy/db'
import { type Ctx, isDay } from '@wirearchy/domain'
import { historyOf, type ToldAct, type ToldHistory, type ToldSpan } from '@wirearchy/domain/ledger'
import { withoutMentoring } from './between-two.ts'
import { type Command, withHouse } from './command.ts'

const USAGE =
  'Name a person by address or id: wirearchy history asha@example.com --as-known-on 2026-01-31 --json.'

export const historyCommands: Command[] = [
  {
    usage: 'history PERSON [--as-known-on DAY] [--json]',
    does: 'Tells what the ledger holds of a person, but for mentoring of their own: who told us what and when, what it said before, and what was known on a day.',
    run: (args) => withHouse((ctx) => history(ctx, args, process.stdout)),
  },
]

/** @returns the exit code: 0 told, 2 refused */
export async function history(ctx: Ctx, args: string[], out: { write(text: string): unknown }) {
  const options = { 'as-known-on': { type: 'string' }, json: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [who, ...more] = positionals
  const asKnownOn = values['as-known-on']
  if (!who || more.length > 0 || (asKnownOn && !isDay(asKnownOn))) throw new Error(USAGE)
  const person = await whoIs(ctx, who)
  const told = withoutMentoring(await historyOf(ctx, { personId: person.id, asKnownOn }))
  const words = values.json
    ? `${JSON.stringify({ person, asKnownOn: asKnownOn ?? null, ...told })}\n`
    : inWords(person.name, asKnownOn, told, await placesIn(ctx, told))
  out.write(words)
  return 0
}

/** By id, or by an address they sign or signed in with; who has it now comes before who had it. */
async function whoIs({ store: { read } }: Ctx, who: string) {
  const [found] = await read
    .select({ id: people.id, name: people.displayName })
    .from(people)
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .leftJoin(accountEmails, eq(accountEmails.accountId, accounts.id))
    .where(sql`${people.id} = ${who} or ${accountEmails.email} = ${who.toLowerCase()}`)
    .orderBy(desc(sql`${accountEmails.retiredOn} is null`))
    .limit(1)
  if (!found) throw new Error(`Nobody here has the address or id ${who}. ${USAGE}`)
  return found
}

/** What schools, groups and people are called, by id. */
async function placesIn({ store: { read } }: Ctx, { spans }: ToldHistory) {
  const ids = inList([...new Set(spans.flatMap((span) => Object.values(span).map(String)))])
  const rows = await read.rows<{ id: string; name: string }>(sql`
    select id, name from schools where id in (${ids}) union all select id, name from groups where id in (${ids})
    union all select id, display_name from people where id in (${ids})`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function inWords(
  name: string,
  day: string | undefined,
  { spans, acts }: ToldHistory,
  names: Map<string, string>,
) {
  const known = spans.map((span) => `  ${span.of} ${about(span, names)}: ${daysOf(span)}`)
  return [
    `${name}, as the ledger has it${day ? `, as known at the end of ${day}` : ''}`,
    ...(known.length > 0 ? known : ['  Nothing.']),
    '',
    'Who told us, when, and what it said before:',
    ...acts.map(actInWords),
    '',
  ].join('\n')
}

const NAMED = [
  'schoolId',
  'groupId',
  'mentorId',
  'menteeId',
  'personLo',
  'personHi',
  'blockerId',
  'blockedId',
]

const about = (span: ToldSpan, names: Map<string, string>) =>
  [
    ...NAMED.flatMap((column) => names.get(String(span[column])) ?? []),
    ...[span.role, span.kind].filter(Boolean),
  ].join(', ')

function daysOf({ startedOn, finishedOn, voidedAt, createdAt, liftedAt }: ToldSpan) {
  if (createdAt) return `since ${at(createdAt)}${liftedAt ? `, lifted ${at(liftedAt)}` : ''}`
  const days = finishedOn ? `${startedOn} to ${finishedOn}` : `since ${startedOn}`
  return voidedAt ? `void (${days})` : days
}

function actInWords({ seq, type, happenedOn, recordedAt, by, before, after }: ToldAct) {
  const changes = { ...before, ...after }
  const said = Object.keys(changes).map(
    (what) => `${what} ${before && what in before ? `${plain(before[what])} → ` : ''}${plain(after?.[what])}`,
  )
  const line = `  ${seq}  ${at(recordedAt)}  ${type}, true from ${happenedOn}, told by ${by}`
  return said.length > 0 ? `${line}\n      ${said.join('; ')}` : line
}

const at = (instant: unknown) =>
  `${new Date(Number(instant)).toISOString().slice(0, 16).replace('T', ' ')} UTC`
const plain = (value: unknown) =>
  value === null || value === undefined
    ? '–'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)
