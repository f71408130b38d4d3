// The files that git keeps, or would keep: what the checks of source and docs look at.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/machine.mjs'

/** Paths from the root whose names match. */
export function filesLike(pattern) {
  const list = execFileSync(
    'git',
    ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  )
  return list.split('\0').filter((path) => pattern.test(path) && existsSync(join(root, path)))
}

export function textOf(path) {
  return readFileSync(join(root, path), 'utf8')
}
