import { openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { folderFor, houseWith, keptIn } from './house.ts'
import { acknowledgedIn } from './orders.ts'
import { killed, start } from './program.ts'
import { dice, figure, size } from './sizes.ts'

const KILLS = size('KILLS', 15)
const AT_ONCE = 6
/** How long a process writes before it is killed, in milliseconds: from its very first write on. */
const LONGEST = 40

it(`loses no acknowledged act and keeps none by half, killed ${KILLS} times while writing`, {
  timeout: 120_000 + KILLS * 5_000,
}, async () => {
  const folder = folderFor('kill')
  const url = `file:${join(folder, 'data.db')}`
  const people = (await houseWith(200, url)).map(({ id }) => id)
  const said = join(folder, 'acknowledged')
  const out = openSync(said, 'a')
  const acknowledged = () => acknowledgedIn(readFileSync(said, 'utf8')).map(({ name }) => name)
  const { below } = dice()
  for (let run = 0; run < KILLS; run += 1) {
    const before = statSync(said).size
    const writing = start('writer', { url, people, atOnce: AT_ONCE, most: 1e6, run }, { out })
    while (statSync(said).size === before && writing.exitCode === null) await wait(1)
    await wait(below(LONGEST))
    await killed(writing)
    if (run % 10 === 9) await keptIn(url)
  }
  const { names, halves } = await keptIn(url)
  const lost = acknowledged().filter((name) => !names.has(name))
  expect(lost, 'acknowledged and lost').toEqual([])
  expect(halves, 'kept by half').toEqual([])
  expect(acknowledged().length).toBeGreaterThanOrEqual(KILLS)
  figure(
    'R12 killed while writing',
    `${KILLS} kills, ${acknowledged().length} acknowledged, ${names.size} kept, ${lost.length} lost, ${halves.length} half, 0 damaged`,
  )
})
