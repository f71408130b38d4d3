import { groupMemberships, isNull, ledger, mentorships, pauses, stints } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { nextNo } from '@wirearchy/domain/ledger'
import { careerLine, endPause, myPause, startPause } from '@wirearchy/domain/person'
import { testHouse } from '@wirearchy/domain/testing'
import { canSee } from '@wirearchy/domain/visibility'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { StartPause } from './input.ts'

let house: ReturnType<typeof testHouse>
let [ana, mo] = ['', '']

beforeEach(async () => {
  house = testHouse('2026-01-05')
  ;[ana, mo] = [await house.person('Ana'), await house.person('Mo')]
  await house.trainedTogether([ana, mo], { startedOn: '2025-09-01', finishedOn: '2026-07-17' })
  const schoolId = await house.school('Ashfield')
  await house.store.tx(async (tx) => {
    const told = { kind: 'employed' as const, source: 'self' as const, confidence: 'confirmed' as const }
    for (const personId of [ana, mo]) {
      const row = { id: newId(house.ctx().now), no: await nextNo(tx, 'stints'), personId, schoolId }
      await tx.insert(stints).values({ ...row, ...told, startedOn: '2025-09-01', createdAt: house.ctx().now })
    }
    const pair = { mentorId: mo, menteeId: ana, kind: 'informal' as const }
    const row = {
      id: newId(house.ctx().now),
      no: await nextNo(tx, 'mentorships'),
      createdAt: house.ctx().now,
    }
    await tx.insert(mentorships).values({ ...row, ...pair, startedOn: '2025-09-08' })
  })
})
afterEach(() => house.close())

const away = (startedOn: string, expectedReturnOn: string | null = null) =>
  startPause(house.as(ana), { startedOn, expectedReturnOn, audience: 'only_me' })

it('18. closes nothing when somebody is away for nine months, and nothing is set up again after', async () => {
  const open = async () => [
    await house.store.read.$count(stints, isNull(stints.finishedOn)),
    await house.store.read.$count(mentorships, isNull(mentorships.finishedOn)),
    await house.store.read.$count(groupMemberships, isNull(groupMemberships.voidedAt)),
    await canSee(house.as(mo), ana),
  ]
  const before = await open()
  await away('2026-01-12', '2026-10-12')
  expect(await open()).toEqual(before)
  house.itIs('2026-10-12')
  await endPause(house.as(ana), { finishedOn: '2026-10-11' })
  expect(await open()).toEqual(before)
  expect(await myPause(house.as(ana))).toBeNull()
})

it('has no place for a reason, on the form, in the table or in the ledger', async () => {
  expect(StartPause.safeParse({ startedOn: '2026-01-12', reason: 'ill' }).success).toBe(false)
  await away('2026-01-12')
  const [row] = await house.store.read.select().from(pauses)
  expect(Object.keys(row ?? {}).sort()).toEqual([
    'audience',
    'expectedReturnOn',
    'finishedOn',
    'id',
    'personId',
    'startedOn',
    'voidedAt',
  ])
  const entries = await house.store.read.select().from(ledger)
  expect(entries.at(-1)).toMatchObject({ type: 'pause.started', before: null })
  const days = { startedOn: '2026-01-12', finishedOn: null, expectedReturnOn: null, voidedAt: null }
  expect(entries.at(-1)?.after).toEqual({ spans: [{ of: 'pause', id: row?.id, personId: ana, ...days }] })
})

it('stands on one’s own career line and on nobody else’s view of it', async () => {
  await away('2026-01-01', '2026-09-01')
  const kinds = async (viewer: string) =>
    (await careerLine(house.as(viewer), { id: ana })).items.map(({ kind }) => kind)
  expect(await kinds(ana)).toEqual(['group', 'school', 'break'])
  expect(await kinds(mo)).toEqual(['group', 'school'])
})

it('keeps one break at a time, and cancels one that has not begun', async () => {
  await away('2026-03-01', '2026-04-01')
  await expect(away('2026-05-01')).rejects.toMatchObject({ code: 'conflict' })
  expect(await endPause(house.as(ana), { finishedOn: '2026-01-05' })).toMatchObject({ isCancelled: true })
  await away('2026-02-01')
  await endPause(house.as(ana), { finishedOn: '2026-02-10' })
  await expect(away('2026-02-10')).rejects.toMatchObject({ code: 'bad_input', field: 'startedOn' })
  await away('2026-02-11')
  await expect(away('2026-01-01', '2025-12-01')).rejects.toMatchObject({ field: 'expectedReturnOn' })
})

it('says that there is no break to end when there is none', async () => {
  await expect(endPause(house.as(ana), { finishedOn: '2026-01-05' })).rejects.toMatchObject({
    code: 'conflict',
  })
})
