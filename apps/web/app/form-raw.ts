import { readDate } from './date-parts.ts'

/** A form as it was sent, before anything is checked; the input schema of the verb is the one parse. */
// biome-ignore lint/suspicious/noExplicitAny: unchecked on purpose, so that it can be handed to any verb's schema
export type Raw = Record<string, any>

/** Field name → the sentence beside it; '' is about the form as a whole. */
export type Errors = Record<string, string>

/** What to show again in the fields; `string[]` for boxes that can be ticked together. */
export type Values = Record<string, string | string[]>

export type ReadForm = {
  /** The answers, ready for a verb: blanks left out, dates as ISO days, `a.b` nested, `topics[]` always a list. */
  raw: Raw
  /** Fields whose names begin with `_`: for the page, never for the verb. The underscore is taken off. */
  aside: Record<string, string>
  values: Values
  /** What is wrong with dates, said better than a schema could. */
  dateErrors: Errors
}

const LONGEST_VALUE = 20_000
const MOST_FIELDS = 300
const DATE_PART = /^(.+)\.(day|month|year)$/
const SECRET = /password|^code$|secret/i
const UNSAFE_NAME = /(^|\.)(__proto__|constructor|prototype)(\.|$)/

/** Reads a posted form into answers and into what to show again. */
export function formRaw(form: FormData): ReadForm {
  const read: ReadForm = { raw: {}, aside: {}, values: {}, dateErrors: {} }
  for (const name of namesOf(form)) {
    keepValue(read, name, form.getAll(name))
    if (name.startsWith('_')) read.aside[name.slice(1)] = textOf(form.get(name))
    else if (!DATE_PART.test(name)) put(read.raw, name, answer(name, form.getAll(name)))
  }
  for (const name of dateNames(form)) putDate(read, name, form)
  return read
}

function namesOf(form: FormData) {
  const names = [...new Set(form.keys())].filter((name) => !UNSAFE_NAME.test(name) && name.length < 100)
  return names.slice(0, MOST_FIELDS)
}

function dateNames(form: FormData) {
  return [...new Set(namesOf(form).flatMap((name) => DATE_PART.exec(name)?.[1] ?? []))]
}

function keepValue({ values }: ReadForm, name: string, given: FormDataEntryValue[]) {
  const texts = given
    .filter((value) => typeof value === 'string')
    .map((value) => value.slice(0, LONGEST_VALUE))
  if (SECRET.test(name) || name === '_key' || texts.length === 0) return
  values[bare(name)] = name.endsWith('[]')
    ? texts.filter(Boolean)
    : texts.length > 1
      ? texts
      : (texts[0] ?? '')
}

function answer(name: string, given: FormDataEntryValue[]) {
  const filled = given.filter((value) => (typeof value === 'string' ? value.trim() !== '' : value.size > 0))
  if (name.endsWith('[]')) return filled
  return filled.length > 1 ? filled : filled[0]
}

/** Puts an answer at its name; `to.kind` goes one object deeper. Blanks are left out. */
function put(raw: Raw, name: string, value: unknown) {
  if (value === undefined) return
  const path = bare(name).split('.')
  const last = path.pop() ?? ''
  let place = raw
  for (const step of path) {
    if (typeof place[step] !== 'object') place[step] = {}
    place = place[step]
  }
  place[last] = value
}

/** A date that cannot be read goes on as it was typed: the schema then refuses it, and dateErrors says why. */
function putDate({ raw, dateErrors }: ReadForm, name: string, form: FormData) {
  const part = (which: string) => textOf(form.get(`${name}.${which}`))
  const parts = { day: part('day'), month: part('month'), year: part('year') }
  const read = readDate(parts)
  if (read.kind === 'day') put(raw, name, read.iso)
  if (read.kind !== 'wrong') return
  put(raw, name, Object.values(parts).join(' ').trim())
  dateErrors[`${name}.${read.part}`] = read.sentence
}

const bare = (name: string) => name.replace(/\[\]$/, '')
const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '')
