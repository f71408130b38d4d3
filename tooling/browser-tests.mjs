// `npm run test:browser -- J1 J2`: builds, then runs the browser's journeys, or only those named.
// With `--full` axe sees every page at both widths, in both themes, as everybody of the cast.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './setup/machine.mjs'

const { setUp } = await import('./setup/all.mjs')
const { browser } = await setUp({ browser: true })
const bin = (name) => join(root, 'node_modules', '.bin', name)
const args = process.argv.slice(2).filter((arg) => arg !== '--full')
const FULL = args.length < process.argv.length - 2 ? '1' : ''
const env = { ...process.env, CHROMIUM_PATH: browser, TURBO_TELEMETRY_DISABLED: '1', FULL }

const run = (command, args, cwd = root) =>
  spawnSync(command, args, { cwd, env, stdio: 'inherit' }).status ?? 1

process.exitCode =
  run(bin('turbo'), ['run', 'build', '--output-logs=errors-only']) ||
  run(bin('playwright'), ['test', ...args], join(root, 'tests'))
