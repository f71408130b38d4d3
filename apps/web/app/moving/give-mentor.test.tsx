import type { ActionFunctionArgs } from '@remix-run/node'
import { expect, it } from 'vitest'
import { refusalFrom } from '../refusal.ts'
import { draw } from '../testing/draw.tsx'
import { GiveMentorForm } from './give-mentor-form.tsx'
import { warnOfAssessor } from './mentor-warning.server.ts'

const lines = [
  { stintId: 's1', name: 'Priya', role: 'induction_lead' },
  { stintId: 's2', name: 'Tom', role: 'teacher' },
  { stintId: 's3', name: 'Una', role: null },
]
const staff = async () => ({ school: { nation: 'england' }, lines })
const args = { params: { ref: 'a' }, context: { api: { stint: { staff } } } } as unknown as ActionFunctionArgs
const form = (result: unknown) =>
  draw(
    <GiveMentorForm
      colleagues={[{ stintId: 's1', name: 'Priya', as: 'Induction tutor or lead' }]}
      result={result}
    />,
  )

it('warns a lead who would make somebody the mentor of whom they assess, and of nobody else', async () => {
  const warned = await warnOfAssessor(args, 's1').catch(refusalFrom)
  expect(warned?.errors._nobodyElse).toContain('Priya is here as induction tutor or lead.')
  for (const stintId of ['s2', 's3', 'nobody', undefined]) await warnOfAssessor(args, stintId)
})

it('asks once more whether there is nobody else, beside the box to tick, with the answers kept', () => {
  const html = form({
    errors: { _nobodyElse: 'Priya is here as a leader.' },
    values: { mentorStintId: 's1' },
  })
  expect(html).toMatch(/type="checkbox"[^>]*name="_nobodyElse"/)
  expect(html).toContain('Priya is here as a leader.')
  expect(html).toMatch(/<option value="s1" selected/)
  expect(form(undefined)).not.toContain('_nobodyElse')
})
