import { eq, groupLeads, mentorships } from '@wirearchy/db'
import { block } from '@wirearchy/domain/safety'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { board, boardFile, myBoards } from './index.ts'
import { type BoardHouse, boardHouse } from './testing.ts'

let house: BoardHouse
let programmeId: string
beforeEach(async () => {
  house = await boardHouse('2025-11-03')
  programmeId = await house.programme(house.margaret, { groupId: house.groupId })
})
afterEach(() => house.close())

const seen = (viewer: string, id: string) => board(house.as(viewer), { id, page: 1 })
const lines = async (viewer: string, id: string) =>
  (await seen(viewer, id)).rows.map(({ mentee, mentor, state }) => `${mentee}, ${mentor}: ${state}`)
const ends = (id: string, finishedOn: string) =>
  house.store.tx((tx) => tx.update(mentorships).set({ finishedOn }).where(eq(mentorships.id, id)))

/** Four pairs of the programme, told out of order: quiet, ended, waiting since this week and since long. */
async function fourPairs() {
  const mo = await house.teacher('Mo')
  const ids = new Map<string, string>()
  for (const name of ['Quiet', 'Gone', 'Fresh', 'Long', 'Well']) ids.set(name, await house.teacher(name))
  const pair = (name: string, on: string) => house.pair(mo, ids.get(name) as string, on, { programmeId })
  const quiet = await pair('Quiet', '2025-09-08')
  await house.meeting(quiet, '2025-09-15')
  const gone = await pair('Gone', '2025-09-08')
  await ends(gone, '2025-10-10')
  await pair('Fresh', '2025-11-03')
  await pair('Long', '2025-09-15')
  const well = await pair('Well', '2025-09-08')
  await house.meeting(well, '2025-10-23')
  return ids
}

describe('a board', () => {
  it('shows who waits longest first, then who is quiet, then the rest', async () => {
    await fourPairs()
    expect(await lines(house.margaret, programmeId)).toEqual([
      'Long, Mo: waiting',
      'Fresh, Mo: waiting',
      'Quiet, Mo: quiet',
      'Well, Mo: met',
      'Gone, Mo: ended',
    ])
  })

  it('counts the days that somebody waited in school days, with the half-term break left out', async () => {
    await fourPairs()
    const { rows } = await seen(house.margaret, programmeId)
    expect(rows.map(({ waited }) => waited)).toEqual([30, 0, null, null, null])
  })

  it('takes a meeting ahead as company, and a rhythm of half-terms as long', async () => {
    const ids = await fourPairs()
    const [quiet] = (await seen(house.margaret, programmeId)).rows.filter(({ mentee }) => mentee === 'Quiet')
    await house.meeting(quiet?.mentorshipId ?? '', '2025-11-05', { state: 'booked' })
    expect(await lines(house.margaret, programmeId)).toContain('Quiet, Mo: met')
    const slow = await house.pair(ids.get('Well') as string, ids.get('Quiet') as string, '2025-09-08', {
      programmeId,
    })
    await house.rhythm(slow, 'half_termly')
    await house.meeting(slow, '2025-09-09')
    expect(await lines(house.margaret, programmeId)).toContain('Quiet, Well: met')
  })

  it('reads a block between the two as an end, the same as any other', async () => {
    const ids = await fourPairs()
    await block(house.as(ids.get('Long') as string), { personId: await idOf('Mo') })
    expect(await lines(house.margaret, programmeId)).toContain('Long, Mo: ended')
    const { rows } = await seen(house.margaret, programmeId)
    const [one, other] = rows.filter(({ state }) => state === 'ended')
    expect(Object.keys(one ?? {})).toEqual(Object.keys(other ?? {}))
    expect([one?.waited, one?.canNudge]).toEqual([null, false])
  })

  it('has figures of five or more, and says nothing of fewer', async () => {
    await fourPairs()
    const { figures } = await seen(house.margaret, programmeId)
    expect(figures).toEqual({ pairs: 5, waiting: null, met: null, quiet: null, ended: null, waits: null })
  })

  it('says how long five or more waited for their first meeting, and hides bars of fewer', async () => {
    const mo = await house.teacher('Mo')
    for (const [n, on] of ['2025-09-09', '2025-09-10', '2025-09-11', '2025-09-12', '2025-09-15'].entries()) {
      const mentee = await house.teacher(`Mentee ${n}`)
      await house.meeting(await house.pair(mo, mentee, '2025-09-08', { programmeId }), on)
    }
    expect((await seen(house.margaret, programmeId)).figures.waits).toEqual({
      median: 3,
      bars: [
        { label: '0 to 5', count: 5 },
        ...['6 to 10', '11 to 20', 'Over 20'].map((label) => ({ label, count: null })),
      ],
    })
  })

  it('opens for who leads the group today, and for nobody else', async () => {
    const [lena, mo] = [await house.person('Lena'), await house.person('Mo')]
    expect(await myBoards(house.as(house.margaret))).toEqual([
      { id: programmeId, kind: 'programme', name: 'Physics pairs', of: 'Leeds PGCE Physics' },
    ])
    const lead = { id: lena, personId: lena, groupId: house.groupId, grantedBy: 'operator' }
    await house.store.tx((tx) => tx.insert(groupLeads).values({ ...lead, startedOn: '2025-09-01' }))
    expect((await seen(lena, programmeId)).rows).toEqual([])
    await house.store.tx((tx) =>
      tx.update(groupLeads).set({ finishedOn: '2025-11-02' }).where(eq(groupLeads.id, lena)),
    )
    for (const other of [lena, mo, house.priya])
      await expect(seen(other, programmeId)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('as a file holds what the page shows, and no cell that runs', async () => {
    const mo = await house.person('=1+1')
    await house.pair(mo, await house.person('Fresh'), '2025-11-03', { programmeId })
    const { csv } = await boardFile(house.as(house.margaret), { id: programmeId, of: 'pairs' })
    expect(csv).toBe(
      '\ufeff"Mentee","Mentor","Since","How it stands","School days waited"\r\n"Fresh","\'=1+1","2025-11-03","Waiting","0"\r\n',
    )
    const figures = await boardFile(house.as(house.margaret), { id: programmeId, of: 'figures' })
    expect(figures.csv).toContain('"Waiting","Fewer than 5"')
  })
})

const idOf = async (name: string) => {
  const rows = await house.store.read.select().from(mentorships)
  if (name !== 'Mo') throw new Error('Only Mo mentors.')
  return rows[0]?.mentorId ?? ''
}

describe('a school’s board', () => {
  it('shows the pairs it set up while the mentee works there, and no others of theirs', async () => {
    const [ana, tom, gareth] = [
      await house.teacher('Ana'),
      await house.teacher('Tom'),
      await house.teacher('Gareth'),
    ]
    const anas = await house.at(ana, house.ashfield, '2025-09-01')
    const toms = await house.at(tom, house.ashfield, '2020-09-01')
    await house.arranged(toms, anas, '2025-10-06')
    await house.pair(gareth, ana, '2025-10-06')
    await house.pair(ana, tom, '2025-10-06', { programmeId })
    expect(await lines(house.priya, house.ashfield)).toEqual(['Ana, Tom: waiting'])
    expect(await lines(house.margaret, programmeId)).toEqual(['Tom, Ana: waiting'])
    house.itIs('2025-12-01')
    await house.moves(ana, { destination: 'undecided', leaveOn: '2025-12-05' })
    house.itIs('2025-12-05')
    expect(await lines(house.priya, house.ashfield)).toEqual(['Ana, Tom: waiting'])
    house.itIs('2025-12-06')
    expect(await lines(house.priya, house.ashfield)).toEqual([])
  })

  it('of a programme too loses sight of who has left, even for who made it', async () => {
    const [ana, tom] = [await house.teacher('Ana'), await house.teacher('Tom')]
    await house.at(ana, house.ashfield, '2025-09-01')
    const ours = await house.programme(house.priya, { schoolId: house.ashfield })
    await house.pair(tom, ana, '2025-11-03', { programmeId: ours })
    expect(await lines(house.priya, ours)).toEqual(['Ana, Tom: waiting'])
    await house.moves(ana, { destination: 'undecided', leaveOn: '2025-11-07' })
    house.itIs('2025-11-08')
    expect(await lines(house.priya, ours)).toEqual([])
  })
})
