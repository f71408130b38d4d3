import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import type { LoadContext } from '../load-context.ts'
import { Choosing } from './choosing.ts'
import { type Flash, flashCookie } from './flash.ts'
import { type Errors, formRaw, type Raw, type ReadForm, type Values } from './form-raw.ts'
import { type Refusal, refusalFrom } from './refusal.ts'
import type { SchoolOption } from './school-option.ts'

/**
 * What an action gives back instead of going on: every answer (but passwords and codes), a sentence per field, and for
 * a SchoolPicker the schools to choose from.
 */
export type Refused = { values: Values; errors: Errors; choices?: Record<string, SchoolOption[]> }

type Aside = { aside: ReadForm['aside'] }
type Args = { request: Request; context: LoadContext }

const STATUS: Record<string, number> = {
  bad_input: 400,
  not_allowed: 403,
  conflict: 409,
  gone: 410,
  too_many: 429,
  busy: 503,
}

/**
 * Runs an action's verb on the posted form; sent twice under one key, the form is acted on once.
 * A refusal comes back as `{ values, errors }` with its status; what may not be seen is a 404 page; who is signed out
 * goes to sign in and comes back. Anything else is a bug and is thrown on.
 */
export async function attempt<Result>(
  args: ActionFunctionArgs,
  verb: (raw: Raw, more: Aside) => Promise<Result>,
) {
  const form = formRaw(await args.request.formData())
  args.context.form.key = form.aside.key ?? null
  try {
    return await verb(form.raw, { aside: form.aside })
  } catch (error) {
    if (error instanceof Choosing) return data(choices(form.values, error), { status: 200 })
    const refusal = refusalOrThrow(error, args)
    args.context.refused = true
    const refused: Refused = { values: form.values, errors: merged(refusal, form.dateErrors) }
    return data(refused, { status: STATUS[refusal.code] ?? 400 })
  }
}

const choices = (values: Values, { field, options }: Choosing): Refused => ({
  values,
  errors: {},
  choices: { [field]: options },
})

/** Runs a loader's question: not found is the 404 page, signed out goes to sign in, the rest is thrown on. */
export async function ask<Answer>(
  args: LoaderFunctionArgs,
  question: (api: LoadContext['api']) => Promise<Answer>,
) {
  try {
    return await question(args.context.api)
  } catch (error) {
    const { code, errors } = refusalOrThrow(error, args)
    if (code === 'bad_input' || code === 'not_allowed') throw notFound()
    throw new Response(Object.values(errors)[0] ?? '', { status: STATUS[code] ?? 500 })
  }
}

/** Goes to a page with one sentence for it, and an undo if there is one. */
export function redirectWith(args: Args, to: string, flash: Flash) {
  return redirect(to, { headers: { 'Set-Cookie': flashCookie(flash, args.context.origin) } })
}

/** The one answer for what is not there and for what may not be seen. */
export function notFound() {
  return new Response(null, { status: 404, statusText: 'Not Found' })
}

/** Sends a person who is not signed in to sign in, and back here after it; gives who is signed in. */
export function signedIn(args: Args) {
  if (!args.context.viewer) throw toSignIn(args.request)
  return args.context.viewer
}

function refusalOrThrow(error: unknown, { request }: Args): Refusal {
  const refusal = error instanceof Response ? null : refusalFrom(error)
  if (!refusal) throw error
  if (refusal.code === 'not_found') throw notFound()
  if (refusal.code === 'signed_out') throw toSignIn(request)
  return refusal
}

function toSignIn(request: Request) {
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('index')
  const query = searchParams.size ? `?${searchParams}` : ''
  return redirect(`/sign-in?next=${encodeURIComponent(pathname + query)}`)
}

/** A date's own sentence takes the place of the schema's about the same field. */
function merged({ errors, code }: Refusal, dateErrors: Errors): Errors {
  const dates = Object.entries(dateErrors)
  const ownOf = (field: string) => dates.filter(([part]) => part.startsWith(`${field}.`))
  const inPlace = Object.entries(errors).flatMap((entry) =>
    ownOf(entry[0]).length ? ownOf(entry[0]) : [entry],
  )
  const all = Object.fromEntries([...inPlace, ...dates])
  return Object.keys(all).length ? all : { '': WORDS[code] ?? 'Check your answers, then try again.' }
}

const WORDS: Record<string, string> = {
  too_many: 'That was a lot in a short time. Wait a few minutes, then try again.',
  busy: 'We are busy at the moment. Your answers are still here: try again in a minute.',
  conflict: 'Something changed while this page was open. Check it, then try again.',
}
