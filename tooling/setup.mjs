// Makes a clone ready to run: the right Node, the packages of the lock file, a working better-sqlite3.
// `--browser` also finds or fetches a Chromium for the browser tests and prints its path as the last line.
// Nothing here needs a package, and the first lines read on any Node, so that an old one gets a sentence.
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    'Wirearchy needs Node 20.19 or newer (24 is best); this is Node ' +
      process.versions.node +
      '. Install it from https://nodejs.org and run the command again.',
  )
  process.exit(1)
}

import('./setup/all.mjs')
  .then(({ setUp }) => setUp({ browser: process.argv.includes('--browser') }))
  .then(({ browser }) => browser && console.log(browser))
  .catch((error) => {
    console.error(error.help ? `\n${error.message}\n${error.help}\n` : error)
    process.exit(1)
  })
