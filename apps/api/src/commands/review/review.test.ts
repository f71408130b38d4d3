import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ctx } from '@wirearchy/domain'
import { importLinks, importSchools, proposeSchool } from '@wirearchy/domain/school'
import { followRegister } from '@wirearchy/domain/school-change'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reviewCommand } from './changes.ts'
import { toldCommand } from './told.ts'

const SCHOOLS = [
  'URN,EstablishmentName,EstablishmentStatus (code),EstablishmentStatus (name),CloseDate,Town',
  '100001,Harrow Lane School,2,Closed,31-08-2025,Leeds',
  '100002,Harrow Lane Primary,1,Open,,Leeds',
  '100003,Harrow Lane Upper,1,Open,,Leeds',
]
const LINKS = [
  'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate',
  '100001,100002,Harrow Lane Primary,Successor - Split School,01-09-2025',
  '100001,100003,Harrow Lane Upper,Successor - Split School,01-09-2025',
]

let house: ReturnType<typeof testHouse>
let folder: string
beforeEach(async () => {
  house = testHouse('2026-01-05')
  folder = await mkdtemp(join(tmpdir(), 'wirearchy-review-'))
  await importSchools(house.ctx(), { path: await file('schools.csv', SCHOOLS) })
  await importLinks(house.ctx(), { path: await file('links.csv', LINKS) })
  await followRegister(house.ctx())
})
afterEach(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

async function file(name: string, lines: string[]) {
  const path = join(folder, name)
  await writeFile(path, `${lines.join('\r\n')}\r\n`)
  return path
}

async function run(command: typeof reviewCommand, ...args: string[]) {
  const [out, err] = [[] as string[], [] as string[]]
  const io = {
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text) },
  }
  const ctx: Ctx = { ...house.ctx(), actor: 'operator' }
  return { code: await command(ctx, args, io), out: out.join(''), err: err.join('') }
}
const review = (...args: string[]) => run(reviewCommand, ...args)
const told = (...args: string[]) => run(toldCommand, ...args)
const idIn = (list: string) => /^([0-9a-f]{8}) /m.exec(list)?.[1] ?? ''

describe('wirearchy schools review', () => {
  it('lists what waits as a table, or as JSON for a program', async () => {
    const { code, out } = await review()
    expect(code).toBe(0)
    expect(out).toMatch(/split +2025-08-31 +waits +fewer than 5 +Harrow Lane School, Leeds \(100001\) → \?/)
    expect(out).toContain('1 wait for a decision (1 split). Page 1 of 1.')
    const { lines } = JSON.parse((await review('--json')).out)
    expect(lines).toMatchObject([{ kind: 'split', people: null, from: { urn: '100001' } }])
  })

  it('shows one by the end of its id: what the register says of each school, and each link', async () => {
    const { code, out } = await review('show', idIn((await review()).out))
    expect(code).toBe(0)
    expect(out).toMatch(/100001 +Closed +– +2025-08-31 +Harrow Lane School/)
    expect(out).toMatch(/100001 +100003 +2025-09-01 +Successor - Split School/)
    expect(out).toContain('People there today: fewer than 5.')
  })

  it('applies, with another school if that is so; takes it back; and turns down', async () => {
    const id = idIn((await review()).out)
    const applied = await review('apply', id, '--as', 'merged', '--to', '100003', '--why', 'All went there.')
    expect([applied.code, applied.out]).toEqual([
      0,
      expect.stringMatching(/: merged, applied: .*\(100001\) → Harrow Lane Upper, Leeds \(100003\)\n$/),
    ])
    expect((await review()).out).toBe('Nothing waits for a decision.\n')
    const back = await review('undo', applied.out.slice(0, 8))
    expect([back.code, back.out]).toEqual([0, expect.stringMatching(/taken back\.\n$/)])
    expect((await review('reject', applied.out.slice(0, 8))).code).toBe(0)
    expect((await review()).out).toBe('Nothing waits for a decision.\n')
  })

  it('ends with 1 when some of several are refused, and with 2 and a sentence when nothing was done', async () => {
    const id = idIn((await review()).out)
    const some = await review('apply', id, 'ffffffff')
    expect([some.code, some.err]).toEqual([
      1,
      expect.stringContaining('ffffffff: There is nothing in the list'),
    ])
    expect(await review('apply', id)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Undo it first'),
    })
    for (const mistyped of [id.slice(-4), `${id.slice(0, 7)}x${id.slice(-1)}`, `x${id}`, '%'])
      expect(await review('undo', mistyped), mistyped).toMatchObject({ code: 2, out: '' })
    expect((await review('apply', id, '--to', '999999')).err).toContain(
      'There is no school with the URN 999999.',
    )
    for (const [words, says] of [
      [['--kind', 'frog'], '--kind is one of replaced, merged, split'],
      [['--page', 'x'], '--page 2'],
      [['apply', id, '--on', '31/08/2025'], '--on 2026-08-31'],
      [['show'], 'Write one of these'],
    ] as const)
      expect(await review(...words)).toMatchObject({ code: 2, err: expect.stringContaining(says) })
    for (const wrong of [['aply', id], ['--jason'], ['apply'], ['apply', id, '--as', 'sold']])
      expect((await review(...wrong)).code, wrong.join(' ')).toBe(2)
  })
})

describe('wirearchy schools told', () => {
  it('lists, shows, decides and takes back what members told of by name, never by whom', async () => {
    const ana = await house.person('Ana')
    await proposeSchool(house.as(ana), { name: 'Harrow Lane', town: 'Leeds', nation: 'england' })
    const list = await told()
    expect([list.code, list.out]).toEqual([
      0,
      expect.stringMatching(/fewer than 5 +waits +Harrow Lane, Leeds, england/),
    ])
    const id = idIn(list.out)
    const shown = await told('show', id)
    expect(shown.out).toMatch(/100002 +open +Harrow Lane Primary, Leeds/)
    expect(list.out + shown.out + (await told('--json')).out).not.toContain(ana)
    expect((await told('decide', id)).err).toContain('Say what it is')
    expect((await told('decide', id, '--as', 'listed')).err).toContain('Choose the school of the list')
    expect((await told('decide', id, '--as', 'listed', '--to', '100002')).out).toContain(
      'Harrow Lane: a listed school: Harrow Lane Primary',
    )
    expect((await told()).out).toBe('Nothing waits for a decision.\n')
    expect((await told('undo', id)).out).toContain('Harrow Lane: waits')
    expect((await told('decide', id, '--as', 'not-a-school')).out).toContain('not a school')
    expect((await told('--decided')).out).toContain(id)
  })
})
