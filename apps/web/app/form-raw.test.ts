import { describe, expect, it } from 'vitest'
import { formRaw } from './form-raw.ts'

function form(...fields: [string, string][]) {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

describe('a form as it was sent', () => {
  it('leaves blanks out of the answers and keeps them in the fields', () => {
    const { raw, values } = formRaw(form(['name', 'Siân'], ['note', '  ']))
    expect(raw).toEqual({ name: 'Siân' })
    expect(values).toEqual({ name: 'Siân', note: '  ' })
  })

  it('makes one day of three boxes', () => {
    const { raw, values, dateErrors } = formRaw(
      form(['startedOn.day', '1'], ['startedOn.month', 'Sept'], ['startedOn.year', '27']),
    )
    expect(raw).toEqual({ startedOn: '2027-09-01' })
    expect(values).toMatchObject({ 'startedOn.month': 'Sept' })
    expect(dateErrors).toEqual({})
  })

  it('sends a day that cannot be on as it was typed, so that no verb takes it for missing', () => {
    const { raw, dateErrors } = formRaw(
      form(['startedOn.day', '31'], ['startedOn.month', '2'], ['startedOn.year', '2027']),
    )
    expect(raw).toEqual({ startedOn: '31 2 2027' })
    expect(dateErrors).toEqual({ 'startedOn.day': 'February 2027 has 28 days. Check the day.' })
  })

  it('leaves an empty day out', () => {
    expect(formRaw(form(['startedOn.day', ''], ['startedOn.month', ''], ['startedOn.year', ''])).raw).toEqual(
      {},
    )
  })

  it('makes boxes that can be ticked together a list, also of one and of none', () => {
    expect(formRaw(form(['tell[]', ''], ['tell[]', 'ties'])).raw).toEqual({ tell: ['ties'] })
    expect(formRaw(form(['tell[]', ''])).raw).toEqual({ tell: [] })
    expect(formRaw(form(['tell[]', ''], ['tell[]', 'ties'])).values).toEqual({ tell: ['ties'] })
  })

  it('makes a list of a name that comes more than once', () => {
    expect(formRaw(form(['leaving', 'a'], ['leaving', 'b'])).raw).toEqual({ leaving: ['a', 'b'] })
  })

  it('nests names with a dot', () => {
    expect(formRaw(form(['telling.ties', 'now'], ['telling.groups', 'never'])).raw).toEqual({
      telling: { ties: 'now', groups: 'never' },
    })
  })

  it('keeps what begins with an underscore from the verb', () => {
    const { raw, aside, values } = formRaw(form(['_key', 'k1'], ['_school.words', 'moor']))
    expect(raw).toEqual({})
    expect(aside).toEqual({ key: 'k1', 'school.words': 'moor' })
    expect(values).toEqual({ '_school.words': 'moor' })
  })

  it('never gives passwords and codes back, but keeps a postcode', () => {
    const { raw, values } = formRaw(
      form(['password', 'hunter2hunter2'], ['newPassword', 'x'], ['code', '482913'], ['postcode', 'LS6 2AB']),
    )
    expect(raw).toMatchObject({ password: 'hunter2hunter2', code: '482913' })
    expect(values).toEqual({ postcode: 'LS6 2AB' })
  })

  it('has no way to the prototype of things', () => {
    const { raw } = formRaw(form(['__proto__.admin', 'yes'], ['a.__proto__.b', 'yes'], ['constructor', 'x']))
    expect(raw).toEqual({})
    expect(({} as { admin?: string }).admin).toBeUndefined()
  })

  it('bounds what it gives back', () => {
    const { values } = formRaw(form(['note', 'x'.repeat(50_000)]))
    expect(values.note).toHaveLength(20_000)
    const many = formRaw(
      form(...Array.from({ length: 900 }, (_, index): [string, string] => [`f${index}`, 'x'])),
    )
    expect(Object.keys(many.raw)).toHaveLength(300)
  })
})
