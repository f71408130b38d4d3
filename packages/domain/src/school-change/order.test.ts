import { accountEmails, accounts, eq, moves, schoolLeads } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { tiesOf } from '@wirearchy/domain/network'
import { importStint, reportJoining, settleClaims, settleMove } from '@wirearchy/domain/stint'
import { ReportJoining } from '@wirearchy/domain/stint/input'
import { expect, it } from 'vitest'
import { changeHouse } from './testing.ts'

const permutations = <Item>(items: Item[]): Item[][] =>
  items.length < 2
    ? [items]
    : items.flatMap((one, at) =>
        permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [one, ...rest]),
      )

/** In the gate eight orders of the twenty-four, the first and the last among them; HISTORIES=24 takes all. */
const ORDERS = Number(process.env.HISTORIES ?? 8)

type Word = 'the link' | 'the closing' | 'her own word' | 'the new school’s word'

/** Lives through the words in one order, fifteen days apart, until everything has been said and settled. */
async function lived(order: Word[], manner: 'merged' | 'replaced') {
  const house = changeHouse('2026-07-01')
  try {
    const a = await house.register.row('100001', { name: 'Ashfield' })
    const d = await house.register.row('100009', { name: 'Dale' })
    const ana = await house.at('Ana', a, '2024-09-01')
    const bob = await house.at('Bob', a, '2024-09-01')
    const lead = await house.at('Dora', d, '2015-09-01')
    const b = await house.register.row('100002', {
      name: 'Moorside',
      openedOn: manner === 'merged' ? null : '2026-09-01',
    })
    const bea = await house.at('Bea', b, manner === 'merged' ? '2024-09-01' : '2026-09-01')
    await house.store.tx(async (tx) => {
      await tx.insert(accounts).values({ id: newId(1), personId: ana, createdAt: 1 })
      const [account] = await tx.select().from(accounts)
      const mail = { email: 'ana@example.com', kind: 'personal' as const, verifiedAt: 1, createdAt: 1 }
      await tx.insert(accountEmails).values({ id: newId(1), accountId: account?.id ?? '', ...mail })
      const grant = { personId: lead, schoolId: d, startedOn: '2015-09-01', grantedBy: 'operator' }
      await tx.insert(schoolLeads).values({ id: newId(1), ...grant })
    })
    const says: Record<Word, () => Promise<unknown>> = {
      'the link': () =>
        house.register.link('100001', '100002', manner === 'merged' ? 'Successor - merged' : 'Successor'),
      'the closing': () => house.register.closes('100001', '2026-08-31'),
      'her own word': async () => {
        const [reported] = await house.store.read.select().from(moves).where(eq(moves.personId, ana))
        if (!reported) return house.moves(ana, d, '2026-10-05', '2026-10-04')
        const days = { leaveOn: '2026-10-04', startOn: '2026-10-05', besides: false }
        return settleMove(house.as(ana), { moveId: reported.id, ...days })
      },
      'the new school’s word': () =>
        reportJoining(
          house.as(lead),
          ReportJoining.parse({ schoolId: d, email: 'ana@example.com', startsOn: '2026-10-06' }),
        ),
    }
    house.itIs('2026-11-02')
    for (const word of order) {
      await says[word]()
      for (const days of [1, 14]) {
        house.itIs(house.daysAfter(house.today(), days))
        await settleClaims(house.ctx())
        await house.daily()
      }
    }
    house.itIs('2027-06-01')
    await house.daily()
    const names = new Map([
      [ana, 'Ana'],
      [bob, 'Bob'],
      [bea, 'Bea'],
      [lead, 'Dora'],
    ])
    const tied = async (who: string) =>
      (await tiesOf(house.as(who)))
        .map((tie) => `${names.get(tie.otherId)} ${tie.startedOn} ${tie.finishedOn}`)
        .sort()
    return {
      ana: await house.stays(ana),
      bob: await house.stays(bob),
      ties: { ana: await tied(ana), bob: await tied(bob), bea: await tied(bea) },
    }
  } finally {
    await house.close()
  }
}

const WORDS: Word[] = ['the link', 'the closing', 'her own word', 'the new school’s word']
const others = permutations(WORDS).filter(
  (_, at, all) => at > 0 && (all.length - 1 - at) % Math.ceil(all.length / ORDERS) === 0,
)

it('ends in the same stays and ties whatever order a merger’s link, the closing, a move and a report come in', {
  timeout: 240_000,
}, async () => {
  const first = await lived(WORDS, 'merged')
  expect(first.ana).toEqual([
    ['Ashfield', '2024-09-01', '2026-08-31'],
    ['Moorside', '2026-09-01', '2026-10-04'],
    ['Dale', '2026-10-05', null],
  ])
  expect(first.bob.at(-1)).toEqual(['Moorside', '2026-09-01', null])
  for (const order of others) expect(await lived(order, 'merged'), order.join(', ')).toEqual(first)
})

it('ends in the same stays and ties whatever order a new number’s link, the closing, a move and a report come in', {
  timeout: 240_000,
}, async () => {
  const first = await lived(WORDS, 'replaced')
  expect(first.bob).toEqual([['Moorside', '2024-09-01', null]])
  expect(first.ana).toEqual([
    ['Moorside', '2024-09-01', '2026-10-04'],
    ['Dale', '2026-10-05', null],
  ])
  for (const order of others) expect(await lived(order, 'replaced'), order.join(', ')).toEqual(first)
})

type News = 'the first link' | 'the second link' | 'a newcomer at the first' | 'a colleague’s move'

/** A merges into B, and B soon into C; somebody joins A when it is no more, and a colleague of theirs moves. */
async function livedLate(order: News[]) {
  const house = changeHouse('2026-07-01')
  try {
    const a = await house.register.row('100001', { name: 'Ashfield' })
    const b = await house.register.row('100002', { name: 'Moorside' })
    await house.register.row('100003', { name: 'Crown' })
    const d = await house.register.row('100009', { name: 'Dale' })
    const [ana, bea] = [await house.at('Ana', a, '2024-09-01'), await house.at('Bea', b, '2024-09-01')]
    const [zoe, mo] = [await house.person('Zoë'), await house.at('Mo', a, '2020-09-01', 'mentor')]
    house.itIs('2026-12-01')
    const says: Record<News, () => Promise<unknown>> = {
      'the first link': async () => {
        await house.register.closes('100001', '2026-10-31')
        await house.register.link('100001', '100002', 'Successor - merged')
      },
      'the second link': async () => {
        await house.register.closes('100002', '2026-11-10')
        await house.register.link('100002', '100003', 'Successor - merged')
      },
      'a newcomer at the first': () =>
        house.store.tx((tx) =>
          importStint(tx, house.ctx(), {
            ...{ personId: zoe, schoolId: a, kind: 'employed', role: 'teacher' },
            ...{ startedOn: '2026-11-05', finishedOn: null },
          }),
        ),
      'a colleague’s move': () => house.moves(mo, d, '2026-11-20', '2026-11-19'),
    }
    for (const one of order) {
      await says[one]()
      house.itIs(house.daysAfter(house.today(), 3))
      await settleClaims(house.ctx())
      await house.daily()
    }
    const names = new Map(Object.entries({ [ana]: 'Ana', [bea]: 'Bea', [zoe]: 'Zoë', [mo]: 'Mo' }))
    const tied = async (who: string) =>
      (await tiesOf(house.as(who)))
        .map((tie) => `${names.get(tie.otherId)} ${tie.startedOn} ${tie.finishedOn}`)
        .sort()
    const told: unknown[] = []
    for (const who of names.keys()) told.push([names.get(who), await house.stays(who), await tied(who)])
    return told
  } finally {
    await house.close()
  }
}

it('ends in the same stays and ties whatever order two mergers, a late newcomer and a move come in', {
  timeout: 240_000,
}, async () => {
  const all = permutations<News>([
    'the first link',
    'the second link',
    'a newcomer at the first',
    'a colleague’s move',
  ])
  const first = await livedLate(all[0] as News[])
  expect(first).toContainEqual([
    'Zoë',
    [
      ['Moorside', '2026-11-05', '2026-11-10'],
      ['Crown', '2026-11-11', null],
    ],
    ['Ana', 'Bea', 'Mo']
      .flatMap((name) => [
        `${name} 2026-11-05 2026-11-10`,
        `${name} 2026-11-11 ${name === 'Mo' ? '2026-11-19' : null}`,
      ])
      .sort(),
  ])
  for (const order of all
    .slice(1)
    .filter((_, at) => (all.length - 2 - at) % Math.ceil(all.length / ORDERS) === 0))
    expect(await livedLate(order), order.join(', ')).toEqual(first)
})
