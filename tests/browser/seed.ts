import { execFileSync } from 'node:child_process'
import { renameSync, rmSync } from 'node:fs'
import { root, seeded } from './house.ts'

/** Fills one small world before the first test; every test then gets a copy of its own. */
export default function seed() {
  const fresh = `${seeded}.${process.pid}`
  execFileSync(process.execPath, ['apps/api/dist/cli.js', 'seed', 'demo'], {
    cwd: root,
    env: { ...process.env, DEMO: '1', DATABASE_URL: `file:${fresh}` },
  })
  renameSync(fresh, seeded)
  for (const end of ['-wal', '-shm']) rmSync(fresh + end, { force: true })
}
