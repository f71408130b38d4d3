// The drill that cuts the power replays what a process asked of the disk, which strace writes down.
import { aptInstall, which } from './machine.mjs'

/** Has strace when it can be had: it is there, or apt brings it. Without it the drills that need it are skipped. */
export async function tryStrace() {
  return which('strace') !== null || (process.platform === 'linux' && aptInstall(['strace']))
}
