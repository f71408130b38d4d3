import type { LoadContext } from '../load-context.ts'
import { Choosing } from './choosing.ts'
import type { Raw } from './form-raw.ts'

/**
 * Which school a SchoolPicker stands for, inside attempt(): its reference, or undefined when nothing was written.
 * Words without a choice make attempt() show the matches to choose from; words that match nothing are refused.
 */
export async function chosenSchool(
  api: LoadContext['api'],
  raw: Raw,
  aside: Record<string, string>,
  name = 'school',
) {
  const words = (aside[`${name}.words`] ?? '').trim()
  const was = aside[`${name}.was`] ?? ''
  if (raw[name]) return String(raw[name])
  if (!words) return undefined
  if (was.endsWith(` ${words}`)) return was.slice(0, was.indexOf(' '))
  const schools = await api.school.search({ words })
  if (schools.length) throw new Choosing(name, schools)
  throw Object.assign(
    new Error(`We found no school for “${words}”. Check the spelling, or try its town or postcode.`),
    {
      name: 'Problem',
      code: 'bad_input',
      field: name,
    },
  )
}
