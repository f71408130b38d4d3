import { sql } from '@wirearchy/db'
import { createAccount } from '@wirearchy/domain/account'
import { createGroup, openMembership } from '@wirearchy/domain/group'
import { people, personPage, tiesOf } from '@wirearchy/domain/network'
import { erase } from '@wirearchy/domain/person'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, expect, it } from 'vitest'

const house = testHouse('2026-01-05')
afterEach(() => house.close())

const member = (name: string) =>
  house.store.tx((tx) => createAccount(tx, house.ctx(), { email: `${name.toLowerCase()}@example.com`, name }))

it('28. erasing Eve leaves Ana’s other ties and dates unchanged, and shows a former member', async () => {
  const [ana, ben, eve] = [await member('Ana'), await member('Ben'), await member('Evelyn')]
  const course = {
    provider: 'Leeds',
    name: 'Leeds PGCE Physics',
    route: null,
    subject: null,
    phase: null,
    nation: null,
  }
  const days = { startedOn: '2024-09-02', finishedOn: '2025-06-27' }
  const group = await createGroup(house.as(ben.personId), { ...course, ...days, iTrainHere: true })
  for (const { personId } of [ana, eve])
    await house.store.tx((tx) =>
      openMembership(tx, house.as(personId), { group: { ...group, ...days }, personId }),
    )
  const before = await tiesOf(house.as(ana.personId))

  await erase({ ...house.ctx(), actor: 'operator' }, { personId: eve.personId, reason: 'She asked.' })

  expect(await tiesOf(house.as(ana.personId))).toEqual(before)
  const shown = (await people(house.as(ana.personId), {})).sections.flatMap((section) => section.people)
  expect(shown.map(({ name }) => name)).toEqual(['A former member', 'Ben'])
  expect((await personPage(house.as(ana.personId), { id: eve.personId })).name).toBe('A former member')
  const everything = await house.store.read.rows<{ sql: string }>(
    sql`select sql from sqlite_master where type = 'table' and name not like 'sqlite%'`,
  )
  for (const { sql: text } of everything) {
    const table = /create table [`"]?(\w+)/i.exec(text)?.[1] ?? ''
    const rows = await house.store.read.rows(sql.raw(`select * from ${table}`))
    expect(JSON.stringify(rows), table).not.toMatch(/evelyn/i)
  }
})
