#!/usr/bin/env node
// `npx wirearchy …`: runs the built command line when it matches the sources, else the sources themselves.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isFresh } from '../../../tooling/bundle.mjs'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))

if (isFresh('apps/api/dist/cli.js')) {
  await import('../dist/cli.js')
} else {
  const tsx = fileURLToPath(import.meta.resolve('tsx/cli'))
  const args = [tsx, path('../src/cli.ts'), ...process.argv.slice(2)]
  const { status, signal } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (signal) process.kill(process.pid, signal)
  process.exitCode = status ?? 1
}
