/**
 * A process that writes through the product's own verb, several acts at a time, and says each new name on a line of
 * its own once it is acknowledged. It never closes the database: it is killed, or ends in mid-air.
 */
import { writeSync } from 'node:fs'
import { openStore } from '@wirearchy/db'
import { syncCheckpointsOnly } from '@wirearchy/db/testing'
import { dayOf, type MemberCtx } from '@wirearchy/domain'
import { rename } from '@wirearchy/domain/person'
import { type Orders, word } from './orders.ts'

const orders = JSON.parse(process.argv[2] as string) as Orders
if (orders.forgetful) syncCheckpointsOnly()

const store = openStore(orders.url)
const contextOf = (viewer: string): MemberCtx => {
  const now = Date.now()
  const house = { store, now, today: dayOf(now), origin: '', secret: 'x', demo: true, index: null }
  return { ...house, viewer, actor: 'person', correlationId: 'x' } as MemberCtx
}

let begun = 0
async function write() {
  while (begun < orders.most) {
    const n = begun++
    const name = `Name ${word(orders.run)} ${word(n)}`
    const viewer = orders.people[n % orders.people.length] as string
    await rename(contextOf(viewer), { name, hidePrevious: false })
    writeSync(1, `${name}\n`)
  }
}

await Promise.all(Array.from({ length: orders.atOnce }, write))
process.exit(0)
