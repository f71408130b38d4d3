import { parseArgs } from 'node:util'
import { type Ctx, isDay, Problem } from '@wirearchy/domain'
import { schoolByRef } from '@wirearchy/domain/school'
import { ZodError } from 'zod'
import type { Terminal } from '../import-file.ts'
import { KINDS } from './words.ts'

const OPTIONS = {
  json: { type: 'boolean' },
  to: { type: 'string' },
  as: { type: 'string' },
  ref: { type: 'string' },
  why: { type: 'string' },
  on: { type: 'string' },
  kind: { type: 'string' },
  decided: { type: 'boolean' },
  applied: { type: 'boolean' },
  page: { type: 'string' },
} as const

export type Options = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']

/** One subcommand: says what it did on the terminal. */
export type Act = (ctx: Ctx, ids: string[], options: Options, io: Terminal) => Promise<number>

/**
 * Runs a subcommand by its first word; without one, the list.
 * @returns 0 done · 1 some of several were refused · 2 refused, nothing changed; the sentence is on stderr
 */
export async function runAct(
  acts: Record<string, Act>,
  usage: string,
  ctx: Ctx,
  args: string[],
  io: Terminal,
) {
  try {
    const { values, positionals } = read(args, usage)
    const [first = 'list', ...ids] = positionals
    const act = acts[first]
    if (!act) throw new Problem('bad_input', usage)
    return await act(ctx, ids, values, io)
  } catch (error) {
    io.stderr.write(`${sentenceOf(error)}\n`)
    return 2
  }
}

function read(args: string[], usage: string) {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
    refuseStrange(values)
    return { values, positionals }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('bad_input', usage)
  }
}

/** What a page offers to choose is typed here, so it is refused with what to type. */
function refuseStrange({ kind, page, on }: Options) {
  const kinds = Object.keys(KINDS)
  if (kind !== undefined && !kinds.includes(kind))
    throw new Problem('bad_input', `--kind is one of ${kinds.join(', ')}.`)
  if (page !== undefined && !/^[1-9]\d{0,3}$/.test(page))
    throw new Problem('bad_input', '--page is a number, such as --page 2.')
  if (on !== undefined && !isDay(on))
    throw new Problem('bad_input', '--on is a day, such as --on 2026-08-31.')
}

/** The sentence of a refusal; what is not one is thrown on. */
function sentenceOf(error: unknown): string {
  if (error instanceof Problem) return error.message
  if (error instanceof ZodError) return error.issues[0]?.message ?? 'Check what you wrote.'
  throw error
}

/** Does one thing to each of several ids. @returns 0 all done · 1 some refused · 2 all refused */
export async function toEach(
  ids: string[],
  usage: string,
  io: Terminal,
  one: (id: string) => Promise<string>,
) {
  if (ids.length === 0) throw new Problem('bad_input', usage)
  let refused = 0
  for (const id of ids)
    try {
      io.stdout.write(`${await one(id)}\n`)
    } catch (error) {
      refused += 1
      io.stderr.write(`${id}: ${sentenceOf(error)}\n`)
    }
  return refused === 0 ? 0 : refused < ids.length ? 1 : 2
}

/** The id of the school with a URN or an id of ours; undefined when none was written. */
export async function schoolAt(ctx: Ctx, ref: string | undefined): Promise<string | undefined> {
  if (!ref) return undefined
  const found = await schoolByRef(ctx, ref).catch((error) => {
    throw error instanceof Problem
      ? new Problem('bad_input', `There is no school with the URN ${ref}.`)
      : error
  })
  return found.id
}
