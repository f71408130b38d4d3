// The browser tests drive a Chromium: the system's, else Debian's by apt, else Playwright's own.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { aptInstall, root, run, Stop, say, which, works } from './machine.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const require = createRequire(join(root, 'tests', 'package.json'))

/** The path of a Chromium that starts. CHROMIUM_PATH wins; throws a Stop when none can be had. */
export async function findBrowser() {
  const found = installed()
  if (found) return found
  await aptInstall(['chromium'])
  if (!installed()) await fetchPlaywrights()
  const path = installed()
  if (path) return path
  throw new Stop('The browser tests need Chromium. Run:', 'sudo apt-get install -y chromium && npm test')
}

function installed() {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH && !existsSync(CHROMIUM_PATH)) {
    throw new Stop(`CHROMIUM_PATH is ${CHROMIUM_PATH}, and there is no file there.`, 'unset CHROMIUM_PATH')
  }
  const places = [CHROMIUM_PATH, ...names.map(which), ...macPlaces, playwrights()]
  return places.find((path) => path && existsSync(path) && works(path, ['--version'])) ?? null
}

const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function playwrights() {
  return require('@playwright/test').chromium.executablePath()
}

async function fetchPlaywrights() {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  await say('Fetching Chromium with Playwright', () => run(process.execPath, [cli, 'install', 'chromium']))
}
