// `npm run laws -- --people 12 --steps 200 --histories 100 --seed 7`: the laws on longer histories than the gate's.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './setup/machine.mjs'

const text = { type: 'string' }
const { values } = parseArgs({ options: { people: text, steps: text, histories: text, seed: text } })
const settings = Object.entries(values).map(([name, value]) => [name.toUpperCase(), value])

const { status } = spawnSync(
  join(root, 'node_modules', '.bin', 'vitest'),
  ['run', 'laws', '--testTimeout=3600000'],
  {
    cwd: join(root, 'tests'),
    env: { ...process.env, ...Object.fromEntries(settings) },
    stdio: 'inherit',
  },
)
process.exitCode = status ?? 1
