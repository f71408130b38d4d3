import { parseArgs } from 'node:util'
import { and, eq, people } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { liveAddress, tidyEmail } from '@wirearchy/domain/account'
import {
  areKeptApart,
  mergeAsOperator,
  type RecordSummary,
  summaryOf,
  undoAsOperator,
} from '@wirearchy/domain/merge'
import { type Command, withHouse } from './command.ts'

/** The person behind an address that signs in today, or under an id. */
async function personBehind(ctx: Ctx, word: string): Promise<string> {
  const known = word.includes('@') ? await liveAddress(ctx.store.read, ctx, tidyEmail(word)) : null
  const [row] = await ctx.store.read
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, known?.personId ?? word), eq(people.status, 'active')))
  if (row) return row.id
  throw new Error(`There is nobody behind ${word}. Give an address that signs in, or a person’s id.`)
}

function inLines({ name, schools, groups, people: many }: RecordSummary) {
  const places = schools.map((stay) => `    ${stay.name}, ${stay.startedOn} to ${stay.finishedOn ?? 'now'}`)
  return [`  ${name}: tied to ${many} people`, ...places, ...groups.map((group) => `    ${group}`)].join('\n')
}

export const mergeCommands: Command[] = [
  {
    usage: 'merge people OTHER KEPT --reason TEXT [--yes]',
    does: 'Says what two records of one person would be together; with --yes makes them one. Name each by an address or id.',
    run: (args) =>
      withHouse(async (ctx) => {
        const options = { reason: { type: 'string' }, yes: { type: 'boolean' } } as const
        const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
        const [other, kept] = positionals
        if (!other || !kept || !values.reason)
          throw new Error(
            'Name both records and say why: wirearchy merge people old@example.com new@example.com --reason "She wrote from both".',
          )
        const [loserId, winnerId] = [await personBehind(ctx, other), await personBehind(ctx, kept)]
        console.log(`Stays:\n${inLines(await summaryOf(ctx, winnerId))}`)
        console.log(`Becomes part of it:\n${inLines(await summaryOf(ctx, loserId))}`)
        if (await areKeptApart(ctx.store.read, loserId, winnerId))
          console.log('One of the two blocks the other. Make sure that both are one person before you go on.')
        if (!values.yes) {
          console.log('Nothing has changed. Add --yes to make them one.')
          return 0
        }
        const { mergeId, changes } = await mergeAsOperator(ctx, { loserId, winnerId, reason: values.reason })
        console.log(`They are one now: ${changes} changes. To part them: wirearchy merge undo ${mergeId}`)
        return 0
      }),
  },
  {
    usage: 'merge undo ID',
    does: 'Parts two records that were made one; what happened since stays with the one that was kept.',
    run: ([mergeId]) =>
      withHouse(async (ctx) => {
        if (!mergeId) throw new Error('Name the joining, as "merge people" told it: wirearchy merge undo ID.')
        const { restored, left } = await undoAsOperator(ctx, { mergeId }).catch((error) => {
          throw error instanceof Problem && error.code === 'not_found'
            ? new Error(`No two records are one by ${mergeId}: check the id, or they are two again already.`)
            : error
        })
        console.log(`They are two again: ${restored} changes taken back.`)
        if (left.length === 0) return 0
        console.log(
          `${left.length} rows stay as they are, because of what happened since:\n  ${left.join('\n  ')}`,
        )
        return 1
      }),
  },
]
