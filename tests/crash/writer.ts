/**
 * A process that writes through the product's own verb, several acts at a time, and says each new name on a line of
 * its own once it is acknowledged, and how many milliseconds that took. It never closes the database: it is killed, or ends in mid-air.
 */
import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
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

const started = performance.now()
let begun = 0
async function write() {
  while (begun < orders.most) {
    const n = begun++
    const name = `Name ${word(orders.run)} ${word(n)}`
    const due = started + (n * 1000) / (orders.perSecond ?? Number.POSITIVE_INFINITY)
    if (due > performance.now()) await wait(due - performance.now())
    const began = performance.now()
    const viewer = orders.people[n % orders.people.length] as string
    await rename(contextOf(viewer), { name, hidePrevious: false })
    writeSync(1, `${name}\t${(performance.now() - began).toFixed(1)}\n`)
  }
}

await Promise.all(Array.from({ length: orders.atOnce }, write))
process.exit(0)
