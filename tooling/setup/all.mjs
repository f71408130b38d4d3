// The steps of a setup, in order; each does nothing, quickly, when its work is already there.
import { findBrowser } from './browser.mjs'
import { installPackages } from './packages.mjs'
import { ensureSqlite } from './sqlite.mjs'
import { tryStrace } from './strace.mjs'

/**
 * Sets the clone up and returns `{ browser }`: the path of a Chromium, or null when none was asked for.
 * Throws a Stop, whose `help` is the one command that gets the reader further.
 */
export async function setUp({ browser = false } = {}) {
  await installPackages()
  await ensureSqlite()
  if (browser) await tryStrace()
  return { browser: browser ? await findBrowser() : null }
}
