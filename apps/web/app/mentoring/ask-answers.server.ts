import type { LoaderFunctionArgs } from '@remix-run/node'
import { Questions, UNITS } from '@wirearchy/domain/mentoring/input'
import type { Raw, Values } from '../form-raw.ts'
import type { Choices } from './ask-questions.tsx'
import { SOON_CHOICES, TOPIC_CHOICES, UNIT_CHOICES } from './offer-choices.server.ts'

type Api = LoaderFunctionArgs['context']['api']

/** The answers to the three questions out of a form that may carry more, checked. @throws ZodError for the form */
export function answersIn({ unit, need, topics, ways, soon, outsideMySchool }: Raw): Questions {
  return Questions.parse({ unit, need, topics, ways, soon, outsideMySchool })
}

/** The answers as a form shows them again. */
export const valuesOf = ({ outsideMySchool, ...answers }: Questions): Values => ({
  ...answers,
  outsideMySchool: outsideMySchool ? 'yes' : '',
})

/** Whom to ask, for these answers, and how long an answer usually takes. */
export async function suggestedFor(api: Api, { need: _private, ...wanted }: Questions) {
  const [suggestions, wait] = await Promise.all([
    api.mentoring.suggest(wanted),
    api.mentoring.typicalWait({ unit: wanted.unit }),
  ])
  return { suggestions, wait: wait.words }
}

/** What there is to choose from; each unit says how long people usually wait. */
export async function questionChoices(api: Api): Promise<Choices> {
  const waits = await Promise.all(UNITS.map((unit) => api.mentoring.typicalWait({ unit })))
  const units = UNIT_CHOICES.map((choice, place) => ({
    ...choice,
    hint: `${choice.hint} ${waits[place]?.words ?? ''}`,
  }))
  return { topics: TOPIC_CHOICES, units, soons: SOON_CHOICES }
}
