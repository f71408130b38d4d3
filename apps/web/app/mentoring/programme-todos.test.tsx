import { expect, it } from 'vitest'
import { ThingsForYou } from '../components/things-for-you.tsx'
import { draw } from '../testing/draw.tsx'

const settled = { isSetUp: true, hasGroup: true, hasSchool: true, needsPersonal: false }
const none = { requests: [], moves: [], changed: [], moved: [], mentoring: [] }

it('asks at home whether somebody takes part in a programme, until they have answered', () => {
  const asked = { id: 'p1', name: 'First year', side: 'mentee' as const }
  const html = draw(<ThingsForYou {...settled} {...none} askedInto={[asked]} />)
  expect(html).toContain('Would you like a mentor in “First year”?')
  expect(html).toContain('href="/programmes/p1"')
  expect(draw(<ThingsForYou {...settled} {...none} askedInto={[]} />)).toContain('Nothing waits for you.')
})
