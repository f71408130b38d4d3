import type { LoadContext } from '../load-context.ts'
import { Choosing } from './choosing.ts'
import type { Raw } from './form-raw.ts'
import { schoolOption } from './school-option.ts'

type Api = LoadContext['api']

const LONGEST_WORDS = 100

/** The schools that fit some words, as choices; none for fewer than two letters. */
export async function schoolOptions(api: Api, words: string) {
  const q = words.trim().slice(0, LONGEST_WORDS)
  return q.length < 2 ? [] : (await api.school.search({ q })).map(schoolOption)
}

/**
 * Which school a SchoolPicker stands for, inside attempt(): its reference, or undefined when nothing was written.
 * Words without a choice make attempt() show the matches to choose from; words that match nothing are refused.
 */
export async function chosenSchool(api: Api, raw: Raw, aside: Record<string, string>, name = 'school') {
  const words = (aside[`${name}.words`] ?? '').trim()
  const was = aside[`${name}.was`] ?? ''
  if (raw[name]) return String(raw[name])
  if (!words) return undefined
  if (was.endsWith(` ${words}`)) return was.slice(0, was.indexOf(' '))
  const schools = await schoolOptions(api, words)
  if (schools.length) throw new Choosing(name, schools)
  throw nothingFound(words, name)
}

/**
 * Which school is meant where likely ones stand above a SchoolPicker: the one that is chosen, or the one that was
 * found. Both at once are refused, since nobody can know which of them is meant.
 */
export async function likelyOrFound(api: Api, raw: Raw, aside: Record<string, string>, name = 'school') {
  const isSought = raw[name] || (aside[`${name}.words`] ?? '').trim()
  if (raw.toSchoolId && isSought) throw badInput('Choose “Another school” above, or empty this box.', name)
  return raw.toSchoolId ? String(raw.toSchoolId) : chosenSchool(api, raw, aside, name)
}

function nothingFound(words: string, field: string) {
  const sentence = `We found no school for “${words.slice(0, LONGEST_WORDS)}”. Check the spelling, or try its town or postcode.`
  return badInput(sentence, field)
}

const badInput = (sentence: string, field: string) =>
  Object.assign(new Error(sentence), { name: 'Problem', code: 'bad_input', field })
