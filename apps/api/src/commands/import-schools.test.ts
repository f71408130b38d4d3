import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importSchoolsCommand } from './import-schools.ts'

const HEADER = 'URN,EstablishmentName,EstablishmentStatus (code),EstablishmentStatus (name)'
const THREE = [
  HEADER,
  '100001,Moorside,1,Open',
  '100002,"Ashfield, Leeds",2,Closed',
  '401001,Awel y Môr,1,Open',
]

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

async function run(lines: string[], args: string[] = [], isTTY = false) {
  const path = join(folder, 'register.csv')
  await writeFile(path, Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1'))
  const out: string[] = []
  const err: string[] = []
  const io = {
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text), isTTY },
  }
  const code = await importSchoolsCommand(house.ctx(), [path, ...args], io)
  return { code, out: out.join(''), err: err.join('') }
}

describe('wirearchy import schools', () => {
  it('says in a sentence what came of it, without a bar where nobody watches', async () => {
    const { code, out, err } = await run(THREE)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(
      /^3 schools read in [\d.]+ s: 3 new, 0 changed, 0 unchanged, 0 to look at, 0 refused\.\n$/,
    )
    expect((await run(THREE)).out).toContain('0 new, 0 changed, 3 unchanged')
  })

  it('shows a bar that goes away on a terminal', async () => {
    const { err } = await run(THREE, [], true)
    expect(err).toContain('Bringing them in')
    expect(err).toContain('100 %')
    expect(err.endsWith('\r\u001b[K')).toBe(true)
  })

  it('writes one line of JSON a stage with --json, and nothing else', async () => {
    const { out } = await run(THREE, ['--json'])
    const stages = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(stages.map(({ stage, created }) => [stage, created])).toEqual([
      ['check', 0],
      ['stage', 3],
      ['apply', 3],
      ['changes', undefined],
    ])
    expect(Object.keys(stages[0])).toEqual([
      'stage',
      'created',
      'updated',
      'unchanged',
      'needsReview',
      'refused',
      'seconds',
    ])
  })

  it('ends with 1 when rows were refused, tells which, and writes them to a file where no formula can run', async () => {
    const refused = join(folder, 'refused.csv')
    const { code, out } = await run(
      [...THREE, '=HYPERLINK(1),Bad,1,Open', '100009,,1,Open'],
      ['--refused', refused],
    )
    expect(code).toBe(1)
    expect(out).toContain('Refused: line 6 (100009), EstablishmentName: The name is empty.')
    expect(await readFile(refused, 'utf8')).toBe(
      [
        'line,ref,outcome,field,reason',
        '"5","\'=HYPERLINK(1)","refused","URN","A URN has five to seven digits."',
        '"6","100009","refused","EstablishmentName","The name is empty."',
        '',
      ].join('\r\n'),
    )
  })

  it('writes refused rows beside the file when no other is named, and says where, or that it could not', async () => {
    const bad = [...THREE, '100009,,1,Open', '100010,Odd,9,Quarantine']
    const { code, out } = await run(bad)
    expect(code).toBe(1)
    const beside = join(folder, 'register.refused.csv')
    expect(out).toContain(`Every row refused or to look at is in ${beside}.`)
    const lines = (await readFile(beside, 'utf8')).split('\r\n')
    expect(lines.map((line) => line.split(',').slice(0, 3).join())).toEqual([
      'line,ref,outcome',
      '"5","100009","refused"',
      '"6","100010","to look at"',
      '',
    ])
    const nowhere = join(folder, 'no-such-folder', 'refused.csv')
    const again = await run(bad, ['--refused', nowhere])
    expect(again).toMatchObject({ code: 1, err: '' })
    expect(again.out).toContain(`We could not write the refused rows to ${nowhere} (ENOENT).`)
  })

  it('reads the list of another nation, and knows no other register', async () => {
    const list = ['seed code,name,town', '8208123,Bruntsfield Primary,Edinburgh']
    expect(await run(list, ['--scheme', 'seed'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 new'),
    })
    expect(await run(list, ['--scheme', 'mars'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^There is no register “mars”/),
    })
  })

  it('ends with 1 and says to run it again when it is stopped half-way, and then carries on', async () => {
    const ctx = house.ctx()
    let left = 3
    const tx: typeof ctx.store.tx = (body) =>
      left-- > 0 ? ctx.store.tx(body) : Promise.reject(new Error('The disk is full.'))
    const path = join(folder, 'register.csv')
    await writeFile(path, `${THREE.join('\r\n')}\r\n`, 'latin1')
    const err: string[] = []
    const io = { stdout: { write: () => 0 }, stderr: { write: (text: string) => err.push(text) } }
    const code = await importSchoolsCommand({ ...ctx, store: { ...ctx.store, tx } }, [path], io)
    expect([code, err.join('')]).toEqual([
      1,
      'The disk is full. The import stopped part-way. Run it again: it carries on where it stopped.\n',
    ])
    expect(await run(THREE)).toMatchObject({ code: 0, out: expect.stringContaining('3 unchanged') })
  })

  it('ends with 2 and one sentence when the whole file is refused or the command is not understood', async () => {
    const cut = [...THREE.slice(0, 3), '100003,"Cut']
    expect(await run(cut)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^The file stops .*\n$/),
    })
    expect(await run(THREE, ['--jason'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^Name the file: /),
    })
    await run(THREE)
    expect(await run(THREE.slice(0, 2))).toMatchObject({
      code: 2,
      err: expect.stringContaining('--allow-shrink'),
    })
    expect(await run(THREE.slice(0, 2), ['--allow-shrink'])).toMatchObject({
      code: 0,
      out: expect.stringContaining(
        'Of the schools we know, 2 are not in this file (100002, 401001). They stay as they were.',
      ),
    })
  })
})
