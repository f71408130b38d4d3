import { stints } from '@wirearchy/db'
import { keepApart, startChapter } from '@wirearchy/domain/mentoring'
import { erase } from '@wirearchy/domain/person'
import { addNote, finishMentoring } from '@wirearchy/domain/space'
import {
  addStint,
  correctStint,
  grantSchoolLead,
  importStint,
  startMentorship,
} from '@wirearchy/domain/stint'
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

it('tells no operator of mentoring that two people arranged, what they did in it, or which of them ended one', async () => {
  const mo = await house.person('Mo Yusuf')
  const stay = { schoolId: moorside, kind: 'employed' as const, role: null, startedOn: '2025-09-01' }
  const [mentee, mentor] = await house.store.tx(async (tx) => {
    for (const personId of [ana, mo])
      await importStint(tx, house.ctx(), { ...stay, personId, finishedOn: null })
    return (await tx.select().from(stints)).map(({ id }) => id)
  })
  await grantSchoolLead(house.ctx(), { personId: mo, schoolId: moorside })
  const both = { menteeStintId: mentee ?? '', mentorStintId: mentor ?? '', startsOn: '2026-01-05' }
  const { mentorshipId } = await startMentorship(house.as(mo), both)
  await addNote(house.as(ana), { mentorshipId, text: 'Ask about Year 9.', audience: 'only_me' })
  await keepApart(house.as(ana), { personId: mo, why: 'dispute' })
  expect((await ask(ana)).said).toContain('mentorship Mo Yusuf, Ana Silva, statutory: since 2026-01-05')
  const words = { sentence: 'Thank you.', thanks: null, reason: null, askAgain: false }
  await finishMentoring(house.as(ana), { mentorshipId, ...words })
  await house.store.tx((tx) =>
    startChapter(tx, house.ctx(mo), {
      ...{ mentorId: mo, menteeId: ana, unit: 'year', startedOn: '2026-01-05', arrangedById: mo },
    }),
  )
  for (const said of [(await ask(ana)).said, (await ask(mo, '--json')).said]) {
    expect(said).toContain('statutory')
    expect(said).not.toMatch(/informal|note\.|apart\.|ending\.|mentorship\.ended|by_mentee/)
  }
})

it('says how to ask when the person or the day is not one', async () => {
  await expect(ask()).rejects.toThrow('Name a person by address or id: wirearchy history')
  await expect(ask(ana, '--as-known-on', 'January')).rejects.toThrow('--as-known-on 2026-01-31')
  await expect(ask('nobody@example.com')).rejects.toThrow('Nobody here has the address or id nobody@')
})
