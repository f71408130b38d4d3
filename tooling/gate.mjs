// `npm test`: sets up what is missing, then every check in order of speed, to the first that fails.
// `npm test -- --only lint,types` runs just those. The last line is the sum: `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './setup/machine.mjs'

const setup = spawnSync(process.execPath, [join(root, 'tooling', 'setup.mjs'), '--browser'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  encoding: 'utf8',
})
const said = setup.stdout.trim().split('\n')
if (setup.status !== 0) {
  console.log(said.join('\n'))
  console.log('0 passed, 1 failed')
  process.exit(1)
}
process.env.CHROMIUM_PATH = said.pop()
if (said.length > 0) console.log(said.join('\n'))

const { runGate } = await import('./gate/run.mjs')
process.exitCode = await runGate(process.argv.slice(2))
