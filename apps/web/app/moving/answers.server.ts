import type { LoadContext } from '../../load-context.ts'
import type { Raw } from '../form-raw.ts'
import { chosenSchool } from '../school-choice.server.ts'

type Api = LoadContext['api']

/**
 * The answers of the moving form as the verb takes them: the school by its id, and nothing that the chosen
 * destination does not ask for.
 */
export async function moveAnswers(api: Api, raw: Raw, aside: Record<string, string>) {
  const { school: _school, ...answers } = raw
  const goesToSchool = answers.destination === 'school'
  if (!goesToSchool && answers.destination !== 'abroad') for (const name of OF_A_SCHOOL) delete answers[name]
  if (goesToSchool && !answers.schoolName) answers.schoolId = await chosenSchool(api, raw, aside)
  if (answers.destination === 'abroad' && answers.schoolName) answers.schoolNation = 'outside_uk'
  if (!answers.schoolName)
    for (const name of ['schoolName', 'schoolTown', 'schoolNation']) delete answers[name]
  if (answers.besides || answers.leaving?.length === 0) delete answers.leaving
  return answers as Parameters<Api['stint']['move']>[0]
}

const OF_A_SCHOOL = ['startOn', 'role', 'pattern', 'schoolName', 'schoolTown', 'schoolNation', 'besides']

/** The answers about one time at a school, as the verb takes them. */
export async function stintAnswers(api: Api, raw: Raw, aside: Record<string, string>) {
  const { school: _school, ...answers } = raw
  if (answers.schoolName) return answers as Parameters<Api['stint']['add']>[0]
  for (const name of ['schoolTown', 'schoolNation']) delete answers[name]
  const schoolId = await chosenSchool(api, raw, aside)
  return { ...answers, schoolId } as Parameters<Api['stint']['add']>[0]
}
