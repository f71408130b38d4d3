import { Problem } from '@wirearchy/domain'
import { describe, expect, it } from 'vitest'
import { appRouter } from './router.ts'
import { listening } from './testing/listening.ts'
import { createCallerFactory, open, router } from './trpc.ts'

type Procedure = {
  _def: {
    type: string
    inputs: { safeParse(value: unknown): { success: boolean; error?: { issues: { code: string }[] } } }[]
  }
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)

describe('everything that can be asked', () => {
  it('takes an answer to each question and to no other: a key too many is refused', () => {
    for (const [name, { _def }] of procedures) {
      if (_def.type === 'mutation') expect(_def.inputs, `${name} takes no input`).not.toHaveLength(0)
      for (const input of _def.inputs) {
        const { success, error } = input.safeParse({ anotherKey: 'x' })
        expect(success, name).toBe(false)
        const codes = JSON.stringify(error?.issues ?? [])
        expect(codes, `${name} does not look at unknown keys`).toContain('unrecognized_keys')
      }
    }
  })

  it('refuses a plain form’s empty body for each change', () => {
    for (const [name, { _def }] of procedures)
      if (_def.type === 'mutation') expect(_def.inputs[0]?.safeParse(undefined).success, name).toBe(false)
  })
})

describe('what goes wrong', () => {
  it('on our side is told by a number alone, and kept in our log under it', async () => {
    const house = await listening()
    const { text, status } = await brokenAnswer(house)
    expect(status).toBe(500)
    expect(text).toMatch(/tell us this number: [0-9a-f-]{36}/)
    expect(text).not.toMatch(/salary|select|Error:/)
    await house.close()
  })

  it('on theirs comes with its code, its field and a sentence', async () => {
    const failing = router({
      no: open.query(() => {
        throw new Problem('bad_input', 'Choose a day.', { field: 'leaveOn' })
      }),
    })
    const caller = createCallerFactory(failing)({} as never)
    await expect(caller.no()).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      cause: { code: 'bad_input', field: 'leaveOn' },
    })
  })
})

/** A real request whose database is gone: the fault must not tell what was asked of it. */
async function brokenAnswer(house: Awaited<ReturnType<typeof listening>>) {
  const { tx } = house.app.store
  house.app.store.tx = () => Promise.reject(new Error('select salary from heads failed'))
  const headers = { 'x-app': '1', 'content-type': 'application/json', origin: house.origin }
  const quiet = console.error
  console.error = () => {}
  const answer = await house.ask('/trpc/account.startSignIn', {
    method: 'POST',
    headers,
    body: '{"email":"a@b.example"}',
  })
  console.error = quiet
  house.app.store.tx = tx
  return answer
}
