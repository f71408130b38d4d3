// `npm run laws -- --people 10000 --years 5 --seed 7`: years of a whole town, every step held to the laws.
// `npm run laws -- --people 12 --steps 200 --histories 100 --seed 7`: the gate's histories, longer or more of them.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './setup/machine.mjs'

const text = { type: 'string' }
const { values } = parseArgs({
  options: { people: text, years: text, until: text, steps: text, histories: text, seed: text },
})
const bin = (name) => join(root, 'node_modules', '.bin', name)
const cwd = join(root, 'tests')

function years() {
  const args = Object.entries(values).flatMap(([name, value]) => [`--${name}`, value])
  return spawnSync(
    process.execPath,
    ['--max-old-space-size=6144', '--import', 'tsx', 'laws/simulate.ts', ...args],
    {
      ...{ cwd, stdio: 'inherit' },
    },
  )
}

function histories() {
  const settings = Object.entries(values).map(([name, value]) => [name.toUpperCase(), value])
  const env = { ...process.env, ...Object.fromEntries(settings) }
  return spawnSync(bin('vitest'), ['run', 'laws', '--testTimeout=3600000'], { cwd, env, stdio: 'inherit' })
}

const { status } = values.years ? years() : histories()
process.exitCode = status ?? 1
