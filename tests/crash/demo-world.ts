import { migrate, openStore } from '@wirearchy/db'
import { dayOf } from '@wirearchy/domain'
import { seedDemo } from '@wirearchy/domain/cast'

/** Makes a database at this address with the small invented world in it, as it is on one day. */
export async function demoWorld(url: string) {
  migrate(url)
  const store = openStore(url)
  const now = Date.parse('2026-03-02T09:00:00Z')
  const house = { store, now, today: dayOf(now), viewer: null, origin: 'http://localhost:3000', secret: 'x' }
  await seedDemo({ ...house, actor: 'system', demo: true, correlationId: 'x', index: null })
  await store.close()
}
