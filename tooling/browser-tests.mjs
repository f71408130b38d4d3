// `npm run test:browser -- J1 J2`: builds, then runs the browser's journeys, or only those named.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './setup/machine.mjs'

const { setUp } = await import('./setup/all.mjs')
const { browser } = await setUp({ browser: true })
const bin = (name) => join(root, 'node_modules', '.bin', name)
const env = { ...process.env, CHROMIUM_PATH: browser, TURBO_TELEMETRY_DISABLED: '1' }

const run = (command, args, cwd = root) =>
  spawnSync(command, args, { cwd, env, stdio: 'inherit' }).status ?? 1

process.exitCode =
  run(bin('turbo'), ['run', 'build', '--output-logs=errors-only']) ||
  run(bin('playwright'), ['test', ...process.argv.slice(2)], join(root, 'tests'))
