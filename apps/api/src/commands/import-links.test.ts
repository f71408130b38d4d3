import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importLinksCommand } from './import-links.ts'

const HEADER = '"URN","LinkURN","LinkName","LinkType","LinkEstablishedDate"'
const TWO = [
  HEADER,
  '100001,150001,"Moorside Academy","Successor","01-09-2025"',
  '150001,100001,"Moorside","Predecessor",""',
]
const CIRCLE = ['100003,100004,"","Successor","01-09-2020"', '100004,100003,"","Successor","01-09-2020"']

let house: ReturnType<typeof testHouse>
let folder: string
beforeEach(async () => {
  house = testHouse()
  folder = await mkdtemp(join(tmpdir(), 'wirearchy-import-'))
})
afterEach(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

async function run(lines: string[], args: string[] = []) {
  const path = join(folder, 'links.csv')
  await writeFile(path, lines.join('\r\n'))
  const out: string[] = []
  const err: string[] = []
  const io = {
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text) },
  }
  const code = await importLinksCommand(house.ctx(), [path, ...args], io)
  return { code, out: out.join(''), err: err.join('') }
}

describe('wirearchy import links', () => {
  it('says what came of it, and the second time that nothing did', async () => {
    const { code, out, err } = await run([...TWO, ...CIRCLE])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(
      /^4 links read in [\d.]+ s: 2 new, 0 changed, 0 unchanged, 2 to look at, 0 refused\.\n/,
    )
    expect(out).toContain(
      'Without a date: 1; dated ahead: 0; told from one side alone: 0; circles: 1; gone since earlier files: 0.',
    )
    expect(out).toContain('To look at: line 4 (100003 100004 Successor): These schools follow each other')
    expect((await run([...TWO, ...CIRCLE])).out).toContain('0 new, 0 changed, 4 unchanged, 0 to look at')
  })

  it('writes one line of JSON a step', async () => {
    const { out } = await run(TWO, ['--json'])
    const lines = out.trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).stage)).toEqual(['check', 'stage', 'apply', 'changes'])
  })

  it('ends with 1 and a file of the refused rows when some were refused, with 2 when the file was', async () => {
    expect(await run([...TWO, '100005,100005,"","Successor",""'])).toMatchObject({ code: 1 })
    expect(await readFile(join(folder, 'links.refused.csv'), 'utf8')).toContain(
      '"4","100005 100005 Successor","refused","LinkURN","The school is linked to itself."',
    )
    expect(await run([...TWO, '100005,100006,"Cut'])).toMatchObject({
      code: 2,
      out: '',
      err: 'The file stops in the middle of a row. Download it again; nothing has been changed.\n',
    })
    expect(await run(TWO, ['--nonsense'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^Name the file/),
    })
  })
})
