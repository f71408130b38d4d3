import { erase } from '@wirearchy/domain/person'
import { addStint, correctStint } from '@wirearchy/domain/stint'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { history } from './history.ts'

let house: ReturnType<typeof testHouse>
let ana: string
let moorside: string
beforeEach(async () => {
  house = testHouse('2026-01-05')
  ana = await house.person('Ana Silva')
  moorside = await house.school('Moorside')
})
afterEach(() => house.close())

async function ask(...args: string[]) {
  let said = ''
  const code = await history(house.ctx(), args, { write: (text) => (said += text) })
  return { code, said }
}

/** She told us in January of a stay since September, and in February that it began in November. */
async function correctedInFebruary() {
  const stay = { schoolId: moorside, kind: 'employed', role: null, pattern: null, finishedOn: null } as const
  const { stintId } = await addStint(house.as(ana), { ...stay, startedOn: '2025-09-01' })
  house.itIs('2026-02-10')
  await correctStint(house.as(ana), { ...stay, stintId, startedOn: '2025-11-03' })
}

it('says who told us what and when, and what was known on an earlier day', async () => {
  await correctedInFebruary()
  const now = await ask(ana)
  expect(now.code).toBe(0)
  expect(now.said).toContain('stint Moorside, employed: since 2025-11-03')
  expect(now.said).toContain('stint Moorside, employed: void (since 2025-09-01)')
  expect(now.said).toMatch(/2026-02-10 09:00 UTC {2}stint\.voided, true from 2025-09-01, told by Ana Silva/)
  const january = await ask(ana, '--as-known-on', '2026-01-31')
  expect(january.said).toContain('Ana Silva, as the ledger has it, as known at the end of 2026-01-31')
  expect(january.said).toContain('stint Moorside, employed: since 2025-09-01')
  expect(january.said).not.toContain('2025-11-03')
})

it('says the same as data', async () => {
  await correctedInFebruary()
  const told = JSON.parse((await ask(ana, '--json', '--as-known-on', '2026-01-31')).said)
  expect(told).toMatchObject({ person: { name: 'Ana Silva' }, asKnownOn: '2026-01-31' })
  expect(told.spans.filter(({ of }: { of: string }) => of === 'stint')).toMatchObject([
    { personId: ana, schoolId: moorside, startedOn: '2025-09-01', finishedOn: null, voidedAt: null },
  ])
})

it('tells of an erased person that acts were recorded, and nothing of what they said', async () => {
  await correctedInFebruary()
  await erase(house.ctx(), { personId: ana, reason: 'asked for' })
  const { said } = await ask(ana)
  expect(said).toContain('A former member, as the ledger has it\n  Nothing.')
  expect(said).toContain('stint.voided')
  expect(said).not.toContain('Moorside')
  expect(said).not.toContain('2025-11-03 →')
})

it('says how to ask when the person or the day is not one', async () => {
  await expect(ask()).rejects.toThrow('Name a person by address or id: wirearchy history')
  await expect(ask(ana, '--as-known-on', 'January')).rejects.toThrow('--as-known-on 2026-01-31')
  await expect(ask('nobody@example.com')).rejects.toThrow('Nobody here has the address or id nobody@')
})
