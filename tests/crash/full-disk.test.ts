import { join } from 'node:path'
import { expect, it } from 'vitest'
import { clientsOf } from './clients.ts'
import { folderFor, houseWith, keptIn } from './house.ts'
import { fill, mountTmpfs, unmount } from './mounted.ts'
import { ended, killed } from './program.ts'
import { freePort, startServer } from './server.ts'
import { figure, size } from './sizes.ts'
import { missing } from './tools.ts'

const FILLS = size('FILLS', 3)
const KB = 1024

/** From nothing at all to a megabyte: the log, the index beside it and the file itself each meet the end first. */
const freeAt = (fill: number) => (fill * fill * 3 * KB) % (KB * KB)

it(`refuses honestly, reads on and recovers by itself, its disk full ${FILLS} times`, {
  timeout: 120_000 + FILLS * 60_000,
}, async ({ skip }) => {
  const lacks = missing('mount a disk in memory')
  skip(lacks !== null, lacks ?? '')
  const disk = mountTmpfs(folderFor('full-disk'), 64)
  const url = `file:${join(disk, 'data.db')}`
  const people = await houseWith(200, url)
  const port = await freePort()
  const server = await startServer(url, port)
  const clients = clientsOf(port, people)
  let tries = 0
  try {
    for (let round = 0; round < FILLS; round += 1) {
      const empty = fill(disk, freeAt(round))
      expect(await clients.writeUntilRefused(5_000), `refused with ${freeAt(round)} bytes free`).toBe(true)
      await clients.read(5)
      if (freeAt(round) === 0) expect(await clients.isReady(), 'nothing at all fits').toBe(false)
      empty()
      tries += await clients.writeAgain()
    }
    const { told } = clients
    server.kill('SIGTERM')
    await ended(server)
    const { names, halves } = await keptIn(url)
    const lost = told.acknowledged.filter((name) => !names.has(name))
    const kept = told.refused.filter((name) => names.has(name))
    figure(
      'R15 disk full',
      `${FILLS} times: ${told.acknowledged.length} acknowledged, ${lost.length} lost; ${told.refused.length} refused honestly, ${told.other.length} otherwise; ${told.reads} of ${told.reads + told.readsRefused.length} reads answered; one server throughout, ${tries} tries to write again`,
    )
    expect([lost, halves, kept, told.other.slice(0, 5), told.readsRefused.slice(0, 5)]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ])
    expect(told.refused.length).toBeGreaterThanOrEqual(FILLS)
  } finally {
    await killed(server)
    unmount(disk)
  }
})
