// Installs what the lock file says, once: a stamp in node_modules remembers which lock it was.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingFromLock } from './lock.mjs'
import { npmCli, root, run, Stop, say } from './machine.mjs'

const lockPath = join(root, 'package-lock.json')
const stampPath = join(root, 'node_modules', '.wirearchy-lock')

/** Brings node_modules in line with package-lock.json; about a minute the first time, nothing after. */
export async function installPackages() {
  const lockText = readFileSync(lockPath, 'utf8')
  const stamp = createHash('sha256').update(lockText).digest('hex')
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return
  const lock = JSON.parse(lockText)
  if (!isInstalled(lock)) await install(lock)
  writeFileSync(stampPath, stamp)
}

/** True when npm's own record of node_modules names every package of the lock in its version. */
function isInstalled(lock) {
  const recordPath = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(recordPath)) return false
  const { packages } = JSON.parse(readFileSync(recordPath, 'utf8'))
  return Object.entries(lock.packages).every(
    ([path, wanted]) =>
      !path.includes('node_modules/') ||
      (packages[path] ? packages[path].version === wanted.version : wanted.optional || wanted.devOptional),
  )
}

async function install(lock) {
  const missing = missingFromLock(lock)
  if (missing.length > 0) {
    throw new Stop(`package-lock.json lacks ${missing.join(', ')}.`, 'See tooling/decisions/003-the-gate.md.')
  }
  await say('Installing packages, about a minute', async () => {
    const args = [npmCli(), 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    const { ok, output } = await run(process.execPath, args)
    if (!ok)
      throw new Stop(`npm could not install the packages:\n${output}`, 'When that is mended: npm run setup')
  })
}
