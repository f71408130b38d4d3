import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { clientsOf } from './clients.ts'
import { folderFor, houseWith, keptIn } from './house.ts'
import { giveUp, mountImage, mountMade, unmount } from './mounted.ts'
import { ended, killed } from './program.ts'
import { freePort, startServer } from './server.ts'
import { dice, figure, size } from './sizes.ts'
import { missing } from './tools.ts'

const FAULTS = size('FAULTS', 4)

/** How a disk can fail a process: which calls, with which error. */
const WAYS = [
  { calls: 'pwrite64', error: 'EIO' },
  { calls: 'fsync,fdatasync', error: 'EIO' },
  { calls: 'pwrite64,ftruncate', error: 'EROFS' },
  { calls: 'pwrite64,fsync,fdatasync', error: 'EIO' },
] as const

/** Makes calls of a running process fail, from the n-th on. @returns a way to let them go well again */
async function failing(server: ChildProcess, { calls, error }: (typeof WAYS)[number], nth: number) {
  const inject = `inject=${calls}:error=${error}:when=${nth}+`
  const args = ['-f', '-p', String(server.pid), '-o', '/dev/null', '-e', `trace=${calls}`, '-e', inject]
  const strace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  await once(strace.stderr, 'data')
  return async () => {
    strace.kill('SIGINT')
    await ended(strace)
  }
}

it(`refuses honestly, reads on and recovers by itself, its disk failing ${FAULTS} times in the middle of writes`, {
  timeout: 120_000 + FAULTS * 60_000,
}, async ({ skip }) => {
  const lacks = missing('join a running program with strace')
  skip(lacks !== null, lacks ?? '')
  const url = `file:${join(folderFor('bad-disk'), 'data.db')}`
  const people = await houseWith(200, url)
  const port = await freePort()
  const server = await startServer(url, port)
  const clients = clientsOf(port, people)
  const { below } = dice()
  let tries = 0
  try {
    for (let round = 0; round < FAULTS; round += 1) {
      const way = WAYS[round % WAYS.length] as (typeof WAYS)[number]
      const mend = await failing(server, way, 1 + below(40))
      expect(await clients.writeUntilRefused(2_000), `refused with ${way.error} at ${way.calls}`).toBe(true)
      await clients.read(5)
      expect(await clients.isReady()).toBe(false)
      await mend()
      tries += await clients.writeAgain()
    }
    const { told } = clients
    await killed(server)
    const { names, halves } = await keptIn(url)
    const lost = told.acknowledged.filter((name) => !names.has(name))
    figure(
      'R16 writes that fail',
      `${FAULTS} times (EIO, EROFS): ${told.acknowledged.length} acknowledged, ${lost.length} lost; ${told.refused.length} refused honestly, ${told.other.length} otherwise; ${told.reads} of ${told.reads + told.readsRefused.length} reads answered; one server throughout, ${tries} tries to write again`,
    )
    expect([lost, halves, told.other.slice(0, 5), told.readsRefused.slice(0, 5)]).toEqual([[], [], [], []])
    expect(told.refused.length).toBeGreaterThanOrEqual(FAULTS)
  } finally {
    await killed(server)
  }
})

it('refuses honestly and reads on when its disk turns read-only, and has everything once the disk is back', {
  timeout: 300_000,
}, async ({ skip }) => {
  const lacks = missing('mount a disk in a file')
  skip(lacks !== null, lacks ?? '')
  const folder = folderFor('read-only')
  const disk = mountImage(folder, 64)
  const url = `file:${join(disk, 'data.db')}`
  const people = await houseWith(50, url)
  const port = await freePort()
  const server = await startServer(url, port)
  const clients = clientsOf(port, people)
  try {
    await clients.writeUntilRefused(60)
    giveUp(disk)
    expect(await clients.writeUntilRefused(30)).toBe(true)
    await clients.writeUntilRefused(10)
    await clients.read(20)
    expect(await clients.isReady()).toBe(false)
  } finally {
    await killed(server)
    unmount(disk)
  }
  const { told } = clients
  mountMade(folder)
  const { names, halves } = await keptIn(url)
  unmount(disk)
  const lost = told.acknowledged.filter((name) => !names.has(name))
  figure(
    'R16 disk turned read-only',
    `${told.acknowledged.length} acknowledged, ${lost.length} lost; ${told.refused.length} refused honestly, ${told.other.length} otherwise; ${told.reads} of ${told.reads + told.readsRefused.length} reads answered`,
  )
  expect([lost, halves, told.other.slice(0, 5), told.readsRefused.slice(0, 5)]).toEqual([[], [], [], []])
})
