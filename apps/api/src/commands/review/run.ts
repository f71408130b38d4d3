import { parseArgs } from 'node:util'
import { type Ctx, Problem } from '@wirearchy/domain'
import { schoolByRef } from '@wirearchy/domain/school'
import { ZodError } from 'zod'
import type { Terminal } from '../import-file.ts'

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
    return parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch {
    throw new Problem('bad_input', usage)
  }
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
