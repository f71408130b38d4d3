import { expect, it } from 'vitest'
import { roleWord, stageWord } from './words.ts'

it('calls a new teacher what their nation does', () => {
  const nations = ['england', 'wales', 'scotland', 'northern_ireland', null]
  expect(nations.map((nation) => stageWord('first_year', nation))).toEqual([
    'ECT, first year',
    'NQT',
    'Probationer',
    'ECT, first year',
    'New teacher, first year',
  ])
  expect(nations.map((nation) => roleWord('new_teacher', nation))).toEqual([
    'ECT',
    'NQT',
    'probationer',
    'ECT',
    'new teacher',
  ])
  expect(nations.map((nation) => roleWord('induction_lead', nation))).toEqual([
    'induction tutor',
    'induction mentor lead',
    'probation manager',
    'teacher tutor',
    'induction lead',
  ])
})
