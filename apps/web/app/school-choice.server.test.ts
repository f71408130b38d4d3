import { describe, expect, it } from 'vitest'
import type { LoadContext } from '../load-context.ts'
import { Choosing } from './choosing.ts'
import { chosenSchool, schoolOptions } from './school-choice.server.ts'
import { optionsIn } from './school-option.ts'

const hit = {
  id: 's1',
  name: 'Moorside High',
  town: 'Leeds',
  postcode: 'LS6 2AB',
  phase: 'secondary',
  status: 'open',
  closedOn: null,
  urn: '141666',
}
const closed = { ...hit, id: 's2', phase: 'all_through', status: 'closed', closedOn: '2019-08-31', urn: null }

/** Stands for the API: knows two schools by the word "moorside" and remembers what it was asked. */
function register() {
  const asked: string[] = []
  const search = async ({ q }: { q: string }) => {
    asked.push(q)
    return q.startsWith('moor') ? [hit, closed] : []
  }
  return { asked, api: { school: { search } } as unknown as LoadContext['api'] }
}

describe('the school that a picker stands for', () => {
  it('is the one chosen, whatever words stand beside it', async () => {
    const { api, asked } = register()
    expect(await chosenSchool(api, { school: 's1' }, { 'school.words': 'moor' })).toBe('s1')
    expect(asked).toEqual([])
  })

  it('is none when nothing was written', async () => {
    expect(await chosenSchool(register().api, {}, { 'school.words': '  ' })).toBeUndefined()
  })

  it('is the one from before while its name still stands in the box', async () => {
    const aside = { 'school.words': 'Moorside High', 'school.was': 's1 Moorside High' }
    expect(await chosenSchool(register().api, {}, aside)).toBe('s1')
    await expect(
      chosenSchool(register().api, {}, { ...aside, 'school.words': 'moor' }),
    ).rejects.toBeInstanceOf(Choosing)
  })

  it('is chosen among what the words find', async () => {
    const error = await chosenSchool(register().api, {}, { 'school.words': 'moorside' }).catch(
      (thrown) => thrown,
    )
    expect(error).toMatchObject({
      field: 'school',
      options: [
        { ref: 's1', name: 'Moorside High', where: 'Leeds, LS6 2AB, secondary, URN 141666' },
        { ref: 's2', where: 'Leeds, LS6 2AB, all through, closed in 2019' },
      ],
    })
  })

  it('is refused with its words when they find nothing', async () => {
    await expect(chosenSchool(register().api, {}, { 'school.words': 'qqq' })).rejects.toMatchObject({
      name: 'Problem',
      field: 'school',
      message: 'We found no school for “qqq”. Check the spelling, or try its town or postcode.',
    })
  })
})

it('one letter asks nothing, and no question is longer than the search takes', async () => {
  const { api, asked } = register()
  expect(await schoolOptions(api, ' m ')).toEqual([])
  await schoolOptions(api, 'x'.repeat(500))
  expect(asked).toEqual(['x'.repeat(100)])
})

it('choices that come back as something else than we sent are no choices', () => {
  expect(optionsIn('[{"ref":"s1","name":"Moorside","where":""}]')).toHaveLength(1)
  for (const text of [undefined, '', 'x', '{}', 'null', '[null]', '[{"ref":{}}]', '[1]', ['x']])
    expect(optionsIn(text)).toBeUndefined()
})
