import { ledger, personIdentifiers, personMergeItems, personNames, personWords, sql } from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'
import { answer, ask } from '@wirearchy/domain/connection'
import { people, personPage, tiesOf } from '@wirearchy/domain/network'
import { addIdentifier, editProfile, erase, personByIdentifier, rename } from '@wirearchy/domain/person'
import { block, myBlocks, unblock } from '@wirearchy/domain/safety'
import {
  addStint,
  grantSchoolLead,
  importStint,
  reportJoining,
  reportLeaving,
  settleMove,
} from '@wirearchy/domain/stint'
import { canSee } from '@wirearchy/domain/visibility'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { houseWithDoor } from './testing/door.ts'
import { dump, join, part } from './testing/join.ts'

let house: ReturnType<typeof houseWithDoor>
beforeEach(() => {
  house = houseWithDoor('2026-01-05')
})
afterEach(() => house.close())

const connect = async (one: string, other: string) => {
  const { requestId } = await ask(house.as(one), { personId: other, sentence: 'We shared a lab bench.' })
  await answer(house.as(other), { requestId, answer: 'yes' })
}
const stayAt = (personId: string, schoolId: string, startedOn: string, finishedOn: string | null = null) =>
  house.store.tx((tx) =>
    importStint(tx, house.ctx(), {
      personId,
      schoolId,
      kind: 'employed',
      role: 'teacher',
      startedOn,
      finishedOn,
    }),
  )

const SILENT = {
  ...{ pronouns: null, stage: null, phase: null, subjects: [], languages: [], region: null },
  ...{ nation: null, trainedWith: null, askMeAbout: null, helpWith: null },
}

/** One woman, twice: Ana Lowe as a trainee, Ana Shah since she married. */
async function oneWomanTwice() {
  const maiden = await house.member('Ana Lowe', 'ana@uni.example')
  const married = await house.member('Ana Shah', 'ana@home.example')
  const dan = await house.member('Dan', 'dan@home.example')
  const eve = await house.member('Eve', 'eve@home.example')
  const groupId = await house.trainedTogether([maiden, married, dan, eve])
  const ashfield = await house.school('Ashfield')
  await stayAt(maiden, ashfield, '2024-09-02', '2025-12-19')
  await stayAt(married, ashfield, '2025-09-01')
  await stayAt(dan, ashfield, '2024-01-08')
  await addIdentifier(house.as(maiden), { scheme: 'trn', issuer: null, value: '1000001' })
  await addIdentifier(house.as(married), { scheme: 'trn', issuer: null, value: '1000002' })
  await connect(maiden, eve)
  await connect(maiden, married)
  await block(house.as(dan), { personId: maiden })
  return { maiden, married, dan, eve, groupId, ashfield }
}
const found = async (word: string) =>
  (await house.store.read.select().from(personWords).where(sql`word = ${word}`)).map(
    ({ personId }) => personId,
  )
const liveStays = (id: string) =>
  house.store.read.rows(
    sql`select started_on as "from", finished_on as "to" from stints where person_id = ${id} and voided_at is null`,
  )

describe('15. Two records for one woman', () => {
  it('merged: one person with both TRNs and both names, one stay covering both, the block and the tie held, no tie to herself', async () => {
    const { maiden, married, dan, eve } = await oneWomanTwice()
    await join(house.ctx(), maiden, married)
    const numbers = await house.store.read.select().from(personIdentifiers)
    expect(numbers.map(({ personId, value }) => [personId, value]).sort()).toEqual([
      [married, '1000001'],
      [married, '1000002'],
    ])
    expect(await personByIdentifier(house.store.read, 'trn', '', '1000001')).toBe(married)
    expect([await found('lowe'), await found('shah')]).toEqual([[married], [married]])
    expect(await liveStays(married)).toEqual([{ from: '2024-09-02', to: null }])
    expect(await canSee(house.as(dan), married)).toBe(false)
    expect(await canSee(house.as(married), dan)).toBe(false)
    const ties = await tiesOf(house.as(married))
    expect([...new Set(ties.map(({ otherId }) => otherId))]).toEqual([eve])
    expect(ties.map(({ kind }) => kind).sort()).toEqual(['connection', 'group'])
    expect((await people(house.as(eve), {})).total).toBe(2)
    expect(await canSee(house.as(eve), maiden)).toBe(false)
    expect((await myBlocks(house.as(dan))).map(({ personId }) => personId)).toEqual([married])
  })

  it('leads her old page address to her page, for whoever may see her and nobody else', async () => {
    const { maiden, married, dan, eve } = await oneWomanTwice()
    await join(house.ctx(), maiden, married)
    expect((await personPage(house.as(eve), { id: maiden })).id).toBe(married)
    const nobody = personPage(house.as(dan), { id: '018cc251-f75b-777d-9cde-1299b01c0000' })
    const refused = await nobody.catch((error: Error) => error.message)
    await expect(personPage(house.as(dan), { id: maiden })).rejects.toThrow(refused as string)
  })

  it('signs her in with either address, and whoever was signed in to the other record no more', async () => {
    const { maiden, married } = await oneWomanTwice()
    const old = await house.signIn('ana@uni.example')
    expect(old.viewer).toBe(maiden)
    await join(house.ctx(), maiden, married)
    expect((await house.signIn('ana@uni.example')).viewer).toBe(married)
    expect((await house.signIn('ana@home.example')).viewer).toBe(married)
    const left = await house.store.read.rows(sql`select 1 from sessions where person_id = ${maiden}`)
    expect(left).toEqual([])
  })

  it('un-merged: everything is as before, to the row', async () => {
    const { maiden, married } = await oneWomanTwice()
    const before = await dump(house.store)
    const words = await house.store.read.select().from(personWords)
    const mergeId = await join(house.ctx(), maiden, married)
    expect(await dump(house.store)).not.toEqual(before)
    const { left } = await part(house.ctx(), mergeId)
    expect(left).toEqual([])
    const adopted = (line: string) => line.startsWith('move_claims')
    expect((await dump(house.store)).filter((line) => !adopted(line))).toEqual(
      before.filter((line) => !adopted(line)),
    )
    expect(await house.store.read.select().from(personWords)).toEqual(words)
    expect((await house.signIn('ana@uni.example')).viewer).toBe(maiden)
  })

  it('keeps an earlier name out of sight when either record hides its own', async () => {
    const { maiden, married } = await oneWomanTwice()
    await rename(house.as(married), { name: 'Ana Bell', hidePrevious: true })
    await join(house.ctx(), maiden, married)
    expect([await found('lowe'), await found('shah'), await found('bell')]).toEqual([[], [], [married]])
    const names = await house.store.read.select().from(personNames).where(sql`person_id = ${married}`)
    expect(names.filter(({ kind, finishedOn }) => kind !== 'previous' && finishedOn === null)).toHaveLength(1)
  })
})

const stayOf = async (who: string) => {
  const [stay] = await house.store.read.rows<{ id: string }>(
    sql`select id from stints where person_id = ${who} and voided_at is null`,
  )
  return stay?.id ?? ''
}
const moves = () =>
  house.store.read.rows<Record<string, unknown>>(
    sql`select person_id as who, leave_on as "left", start_on as began, closed_at is not null as over from moves order by id`,
  )

/** Two records, one of them with a stay at Ashfield; who leads it and Birch; and how Birch says that somebody joins. */
async function twoAtAshfield() {
  const [kept, other] = [
    await house.member('Nia', 'nia@home.example'),
    await house.member('Nia B', 'b@uni.example'),
  ]
  const [ashfield, birch] = [await house.school('Ashfield'), await house.school('Birch')]
  const leads = [
    await house.member('Lea', 'lea@a.example'),
    await house.member('Max', 'max@b.example'),
  ] as const
  await stayAt(other, ashfield, '2025-09-01')
  for (const [n, schoolId] of [ashfield, birch].entries()) {
    await stayAt(leads[n] as string, schoolId, '2020-09-01')
    await grantSchoolLead(house.ctx(), { personId: leads[n] as string, schoolId })
  }
  const post = { schoolId: birch, kind: 'employed' as const, role: null, pattern: null }
  const joins = (email: string, startsOn: string) =>
    reportJoining(house.as(leads[1]), { ...post, email, startsOn })
  return { kept, other, leads, joins, ashfield }
}

describe('What happens between joining and parting', () => {
  it('stays with the record that was kept: a new stay, a name, a tie', async () => {
    const { maiden, married } = await oneWomanTwice()
    const birch = await house.school('Birch')
    const mergeId = await join(house.ctx(), maiden, married)
    house.itIs('2026-03-02')
    await addStint(house.as(married), {
      ...{ schoolId: birch, kind: 'volunteer', role: null, pattern: null },
      ...{ startedOn: '2026-03-02', finishedOn: null },
    })
    await rename(house.as(married), { name: 'Ana Bell', hidePrevious: false })
    await part(house.ctx(), mergeId)
    expect(await liveStays(married)).toEqual([
      { from: '2025-09-01', to: null },
      { from: '2026-03-02', to: null },
    ])
    expect(await liveStays(maiden)).toEqual([{ from: '2024-09-02', to: '2025-12-19' }])
    expect([await found('bell'), await found('lowe')]).toEqual([[married], [maiden]])
  })

  it('keeps a block made meanwhile on both records, and one lifted meanwhile lifted', async () => {
    const { maiden, married, eve, dan } = await oneWomanTwice()
    const mergeId = await join(house.ctx(), maiden, married)
    house.itIs('2026-01-06')
    await block(house.as(eve), { personId: married })
    await unblock(house.as(dan), { personId: married })
    await part(house.ctx(), mergeId)
    for (const record of [maiden, married]) {
      expect(await canSee(house.as(record), eve)).toBe(false)
      expect(await canSee(house.as(record), dan)).toBe(true)
    }
  })

  it('lets a move that was told of meanwhile go with the stay that it leaves, and be told of further there', async () => {
    const { kept, other, leads, joins } = await twoAtAshfield()
    const mergeId = await join(house.ctx(), other, kept)
    await reportLeaving(house.as(leads[0]), { stintId: await stayOf(kept), lastDay: '2026-01-09' })
    await part(house.ctx(), mergeId)
    await joins('b@uni.example', '2026-01-12')
    expect(await moves()).toEqual([{ who: other, left: '2026-01-09', began: '2026-01-12', over: 0 }])
  })

  it('makes one of two moves out of what is one stay, though its schools disagree about one of them', async () => {
    const { kept, other, leads, joins, ashfield } = await twoAtAshfield()
    await stayAt(kept, ashfield, '2025-09-01')
    const lastDays = [
      [kept, '2026-01-19'],
      [other, '2026-01-15'],
    ] as const
    for (const [who, lastDay] of lastDays)
      await reportLeaving(house.as(leads[0]), { stintId: await stayOf(who), lastDay })
    await joins('nia@home.example', '2026-01-17')
    await join(house.ctx(), other, kept)
    const [disputed] = await house.store.read.rows<{ id: string }>(
      sql`select id from moves where state = 'conflict'`,
    )
    const settled = { startOn: '2026-01-20', leaveOn: '2026-01-19', besides: false }
    await settleMove(house.as(kept), { moveId: disputed?.id ?? '', ...settled })
    expect((await moves()).filter(({ over }) => over === 0)).toEqual([
      { who: kept, left: '2026-01-19', began: '2026-01-20', over: 0 },
    ])
  })

  it('erases both records at once, and parts them no more', async () => {
    const { maiden, married } = await oneWomanTwice()
    await editProfile(house.as(maiden), { ...SILENT, askMeAbout: 'Lenses' })
    const mergeId = await join(house.ctx(), maiden, married)
    await erase(house.ctx(), { personId: married, reason: 'She asked.' })
    const all = JSON.stringify([
      await dump(house.store),
      await house.store.read.select().from(personMergeItems),
      await house.store.read.select().from(ledger),
    ])
    for (const word of ['Lowe', 'Shah', 'Lenses', 'ana@uni.example', 'ana@home.example', '1000001'])
      expect(all).not.toContain(word)
    await expect(part(house.ctx(), mergeId)).rejects.toThrow(/erased/)
  })

  it('parts records from the last one back', async () => {
    const { maiden, married } = await oneWomanTwice()
    const third = await house.member('A. Shah', 'third@home.example')
    const first = await join(house.ctx(), maiden, married)
    const second = await join(house.ctx(), married, third)
    await expect(part(house.ctx(), first)).rejects.toThrow(Problem)
    expect((await personPage(house.as(third), { id: maiden })).id).toBe(third)
    await part(house.ctx(), second)
    await part(house.ctx(), first)
    expect((await house.signIn('ana@uni.example')).viewer).toBe(maiden)
  })
})
