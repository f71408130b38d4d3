import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { LoadContext } from '../load-context.ts'
import { ask } from './attempt.server.ts'
import { dateParts } from './date-parts.ts'
import { formRaw, type Values } from './form-raw.ts'
import type { Past } from './past.ts'
import { refusalFrom } from './refusal.ts'

const LACKING = 'Enter a day, such as 1 3 2025.'

/**
 * Runs a loader's question as of the day in the address, `?on=2025-03-01`. Three boxes that make a day go on to that
 * address; a day that cannot be asked about is said beside them, and the page shows today.
 */
export async function askAsOf<Answer>(
  args: LoaderFunctionArgs,
  question: (api: LoadContext['api'], asOf: string | undefined) => Promise<Answer>,
): Promise<{ answer: Answer; past: Past }> {
  const { on, values, errors } = asked(new URL(args.request.url))
  if (errors)
    return { answer: await ask(args, (api) => question(api, undefined)), past: wrong(values, errors) }
  const found = await ask(args, (api) => orRefusal(question(api, on)))
  if (found.sentence === null) return { answer: found.answer, past: { on: on ?? null } }
  const boxes = Object.entries(dateParts(on)).map(([part, text]) => [`on.${part}`, text])
  const past = wrong(Object.fromEntries(boxes), { on: found.sentence })
  return { answer: await ask(args, (api) => question(api, undefined)), past }
}

const wrong = (values: Values, errors: Record<string, string>): Past => ({
  on: null,
  result: { values, errors },
})

/** The day in the address, or what is wrong with the boxes of it. */
function asked(url: URL): { on?: string; values: Values; errors?: Record<string, string> } {
  const form = new FormData()
  for (const [name, text] of url.searchParams) if (/^on(\.|$)/.test(name)) form.append(name, text)
  const { raw, values, dateErrors } = formRaw(form)
  const isTyped = [...form.keys()].some((name) => name.startsWith('on.'))
  if (Object.keys(dateErrors).length > 0) return { values, errors: dateErrors }
  if (isTyped && !raw.on) return { values, errors: { on: LACKING } }
  if (isTyped) throw redirect(addressOn(url, raw.on))
  return { on: typeof raw.on === 'string' ? raw.on : undefined, values }
}

/** The same page on a day, with whatever else was asked of it but the place in a list. */
function addressOn({ pathname, searchParams }: URL, on: string) {
  const rest = [...searchParams].filter(([name]) => !/^(on(\..*)?|page|index)$/.test(name))
  return `${pathname}?${new URLSearchParams([...rest, ['on', on]])}`
}

/** An answer, or the sentence that refuses the day. */
async function orRefusal<Answer>(
  question: Promise<Answer>,
): Promise<{ sentence: null; answer: Answer } | { sentence: string }> {
  try {
    return { sentence: null, answer: await question }
  } catch (error) {
    const sentence = refusalFrom(error)?.errors.asOf
    if (!sentence) throw error
    return { sentence }
  }
}
