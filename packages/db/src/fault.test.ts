import { expect, it } from 'vitest'
import { faultOf } from './fault.ts'

const thrownBy = (act: () => unknown) => {
  try {
    return act()
  } catch (error) {
    return error
  }
}
const kept = (thrown: unknown) => JSON.stringify(faultOf(thrown))

it('keeps of a fault its kind and where it was, and no word of what it was about', () => {
  const unread = thrownBy(() => JSON.parse('Zqsecret words'))
  expect(String(unread)).toContain('Zqsecret')
  expect(kept(unread)).not.toContain('Zqsecret')
  expect(faultOf(unread)).toMatchObject({ fault: 'SyntaxError' })
  expect(faultOf(unread).at[0]).toMatch(/^at JSON.parse/)
})

it('keeps no line of a message that is made to look like a place', () => {
  const words = 'Failed query: insert\nparams: Zqone\n    at Zqtwo (Zqthree:1:2)'
  const fault = Object.assign(new Error(words), { code: 'SQLITE_CONSTRAINT_CHECK' })
  expect(kept(fault)).not.toContain('Zq')
  expect(faultOf(fault)).toMatchObject({ fault: 'Error SQLITE_CONSTRAINT_CHECK' })
  expect(faultOf(fault).at.length).toBeGreaterThan(0)
})

it('keeps nothing of what is thrown without being an error but that it was', () => {
  expect(faultOf('Zqsecret')).toEqual({ fault: 'string', at: [] })
  expect(faultOf(undefined)).toEqual({ fault: 'undefined', at: [] })
  expect(faultOf({ status: 405, data: 'Zqsecret', name: 'Zq a secret' })).toEqual({ fault: '405', at: [] })
})
