import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('knows at least fifteen ways to break the rules of history, each with something left to break', () => {
  const script = join(import.meta.dirname, 'mutants.mjs')
  const { stdout } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' })
  const [, whole = '0', all = '0'] = /(\d+) of (\d+) mutants have something to break/.exec(stdout) ?? []
  expect(Number(all)).toBeGreaterThanOrEqual(15)
  expect(whole, stdout).toBe(all)
})
