import { execFileSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const mounts = new Set<string>()
afterAll(() => {
  for (const folder of mounts) execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
})

/** A small disk in memory, mounted in `folder`. Only root may. */
export function mountTmpfs(folder: string, megabytes: number): string {
  return mount(join(folder, 'disk'), ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs'])
}

/** A small disk in a file, with a file system that can be told to give up. */
export function mountImage(folder: string, megabytes: number): string {
  const image = join(folder, 'image')
  const file = openSync(image, 'w')
  ftruncateSync(file, megabytes * 1024 * 1024)
  closeSync(file)
  execFileSync('mkfs.ext4', ['-q', image])
  return mountMade(folder)
}

/** The same disk once more, as after a repair. */
export const mountMade = (folder: string) =>
  mount(join(folder, 'disk'), ['-o', 'loop', join(folder, 'image')])

function mount(at: string, args: string[]): string {
  mkdirSync(at, { recursive: true })
  execFileSync('mount', [...args, at], { stdio: 'pipe' })
  mounts.add(at)
  return at
}

export function unmount(at: string) {
  execFileSync('umount', [at])
  mounts.delete(at)
}

/** What a kernel does to a disk that fails: nothing more is written, and reading goes on. */
export const giveUp = (at: string) => execFileSync('mount', ['-o', 'remount,abort', at], { stdio: 'pipe' })

/** Fills a disk until so many bytes are free. @returns a way to give the space back */
export function fill(disk: string, free: number): () => void {
  const { bavail, bsize } = statfsSync(disk)
  const path = join(disk, 'ballast')
  const file = openSync(path, 'w')
  const piece = Buffer.alloc(65_536, 1)
  for (let left = bavail * bsize - free; left > 0; left -= piece.length)
    writeSync(file, piece, 0, Math.min(piece.length, left))
  closeSync(file)
  return () => rmSync(path)
}
