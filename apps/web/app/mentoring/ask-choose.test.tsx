import { expect, it } from 'vitest'
import { draw } from '../testing/draw.tsx'
import { ChooseMentors } from './ask-choose.tsx'

const mentor = (name: string) => ({
  personId: name.toLowerCase(),
  name,
  hasPage: true,
  note: null,
  why: ['physics'],
})
const choose = (...names: string[]) =>
  draw(
    <ChooseMentors
      suggestions={names.map(mentor)}
      answers={{ need: 'How do I mark less?' }}
      wait="You hear back."
      result={undefined}
    />,
  )

it('asks the only one there is by one press, and says where the request goes after them', () => {
  const html = choose('Grace')
  expect(html).toMatch(/<input type="hidden" name="first" value="grace"\/>/)
  expect(html).toMatch(/>Ask (<!-- -->)?Grace</)
  expect(html).not.toContain('<select')
  expect(html).toContain('goes on to the open list')
})

it('asks for an order where there are several', () => {
  const html = choose('Grace', 'Tom')
  expect(html.match(/<select/g)).toHaveLength(2)
  expect(html).toContain('the next one you choose is asked')
})

it('puts a request on the open list where nobody is free', () => {
  expect(choose()).toContain('No one free yet')
})
