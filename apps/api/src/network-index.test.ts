import { testDbUrl } from '@wirearchy/db/testing'
import { expect, it } from 'vitest'
import { createApp, readEnv } from './app.ts'

const boot = (settings: Record<string, string> = {}) =>
  createApp(readEnv({ DEMO: '1', DATABASE_URL: testDbUrl(), ...settings }))

it('has an index of the network soon after it boots', async () => {
  const app = await boot()
  expect(app.house.index, 'boot does not wait for it').toBeNull()
  await app.indexStands
  expect(app.house.index).not.toBeNull()
  await app.close()
})

it('does without one where it is switched off', async () => {
  const app = await boot({ GRAPH_INDEX: 'off' })
  await app.indexStands
  expect(app.house.index).toBeNull()
  await app.close()
})

it('can be stopped while the index is being built', async () => {
  const app = await boot()
  await app.close()
  expect(app.house.index).toBeNull()
})
