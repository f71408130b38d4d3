import { execFileSync } from 'node:child_process'

/** Why a drill cannot be run here, in a sentence; null when it can. */
export function missing(...needs: ('strace' | 'root' | 'mkfs.ext4')[]): string | null {
  if (needs.includes('root') && process.getuid?.() !== 0)
    return 'skipped: this drill mounts a disk, which takes root'
  if (needs.includes('strace') && !works('strace', ['-o', '/dev/null', 'true']))
    return 'skipped: strace is not installed or may not trace here'
  if (needs.includes('mkfs.ext4') && !works('mkfs.ext4', ['-V'])) return 'skipped: mkfs.ext4 is not installed'
  return null
}

function works(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
