import type { ActionFunctionArgs } from '@remix-run/node'
import { expect, it } from 'vitest'
import { sendTo } from './ask-send.server.ts'

const answers = {
  ...{ unit: 'call' as const, need: 'Year 9 after lunch.', topics: ['behaviour' as const] },
  ...{ ways: ['online' as const], soon: 'fortnight' as const, outsideMySchool: false },
}
type Send = (input: { mentorIds: string[] }) => Promise<{ requestId: string }>

const args = (send: Send) =>
  ({ context: { refused: false, api: { request: { send } } } }) as unknown as ActionFunctionArgs
const refuses = (code: string) => async () => {
  throw Object.assign(new Error('One of those you chose can’t be asked just now.'), {
    ...{ name: 'Problem', code, field: 'mentorIds' },
  })
}

it('asks whom was chosen in their order, each once, and nobody for the open list', async () => {
  const asked: string[][] = []
  const send: Send = async ({ mentorIds }) => {
    asked.push(mentorIds)
    return { requestId: 'request-1' }
  }
  expect(await sendTo(args(send), answers, ['sian', undefined, 'sian'])).toMatchObject({
    requestId: 'request-1',
  })
  await sendTo(args(send), answers, ['tom', 'sian', undefined])
  await sendTo(args(send), answers, null)
  expect(asked).toEqual([['sian'], ['tom', 'sian'], []])
})

it('asks to choose somebody before anything is sent', async () => {
  const none = sendTo(args(refuses('conflict')), answers, [undefined, undefined, undefined])
  expect(await none).toEqual({ requestId: null, errors: { first: 'Choose whom to ask first.' }, status: 400 })
})

it('says beside the first choice that a mentor filled up meanwhile, and marks the page as refused', async () => {
  const at = args(refuses('conflict'))
  expect(await sendTo(at, answers, ['tom'])).toEqual({
    ...{ requestId: null, status: 409 },
    errors: { first: 'One of those you chose can’t be asked just now.' },
  })
  expect(at.context.refused).toBe(true)
})

it('leaves every other refusal to the page', async () => {
  await expect(sendTo(args(refuses('too_many')), answers, ['tom'])).rejects.toMatchObject({
    code: 'too_many',
  })
})
