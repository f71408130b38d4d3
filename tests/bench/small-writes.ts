/** A process of its own that writes a little every 50 ms until told to stop, then says how long each write took. */
import { setTimeout as rest } from 'node:timers/promises'
import { openStore, settings } from '@wirearchy/db'

const store = openStore(process.argv[2] ?? '')
const took: number[] = []
let isEnough = false
process.on('message', () => {
  isEnough = true
})
process.send?.('ready')
while (!isEnough) {
  const began = performance.now()
  const row = { name: 'bench', value: String(took.length) }
  await store.tx(async (tx) => {
    await tx.insert(settings).values(row).onConflictDoUpdate({ target: settings.name, set: row })
  })
  took.push(performance.now() - began)
  await rest(50)
}
await store.close()
process.send?.(took)
process.disconnect()
