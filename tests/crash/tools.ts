import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mountImage, mountTmpfs, unmount } from './mounted.ts'
import { figure } from './sizes.ts'

/** What a drill may need of the machine, and how it is tried: for real, for a container may be root and may not. */
const NEEDS = {
  'mount a disk in memory': (folder: string) => unmount(mountTmpfs(folder, 1)),
  'mount a disk in a file': (folder: string) => unmount(mountImage(folder, 4)),
  'trace a program with strace': () => run('strace', '-o', '/dev/null', 'true'),
  'join a running program with strace': () => run('sh', '-c', 'sleep 1 & strace -o /dev/null -p $!'),
}

/** Why a drill cannot be run here, in a sentence; null when it can. */
export function missing(need: keyof typeof NEEDS): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'wirearchy-need-'))
  try {
    NEEDS[need](folder)
    return null
  } catch {
    const reason = `this machine lacks the right or the tool to ${need}`
    figure('skipped', reason)
    return reason
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'ignore' })
