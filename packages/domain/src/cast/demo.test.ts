import { eq, settings } from '@wirearchy/db'
import { createAccount, type DoorCtx, readSession } from '@wirearchy/domain/account'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { setClock, signInAs } from './demo.ts'

const DAY = 86_400_000

let house: ReturnType<typeof testHouse>
beforeEach(() => {
  house = testHouse('2026-11-23')
})
afterEach(() => house.close())

it('signs nobody out when the date of the demo moves by years, nor when it comes back', async () => {
  const asha = { email: 'asha.rahman@example.com', name: 'Asha Rahman' }
  await house.store.tx((tx) => createAccount(tx, house.ctx(), asha))
  const ctx: DoorCtx = { ...house.ctx(), demo: true, ip: '', device: null, sessionId: null, accountId: null }
  const { sessionToken } = await signInAs(ctx, { key: 'asha' })
  for (const days of [800, 40, 0, -30]) {
    await setClock(ctx, { days })
    const [moved] = await house.store.read.select().from(settings).where(eq(settings.name, 'clock'))
    const then = { ...ctx, now: ctx.now + Number(moved?.value) }
    expect(await readSession(then, sessionToken), `${days} days on`).not.toBeNull()
    expect(await readSession({ ...then, now: then.now + 31 * DAY }, sessionToken)).toBeNull()
  }
})
