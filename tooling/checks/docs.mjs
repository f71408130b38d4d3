// Docs describe today: every path and npm script they name exists, and no file names a machine it was made on.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../setup/machine.mjs'
import { filesLike, textOf } from './files.mjs'
import { finish } from './finish.mjs'

const scripts = JSON.parse(textOf('package.json')).scripts
const machinePath = /(^|[\s"'`(=:])\/(work|root|home\/\w+|Users\/\w+|tmp\/w)\//
const made = /^(data|dist|build|apps\/\w+\/(dist|build))(\/|$)|^\.\.?$/

const pages = filesLike(/\.md$/)
const texts = filesLike(/\.(md|ts|tsx|mjs|cjs|json|css|sql|yml)$/).filter(
  (path) => path !== 'package-lock.json' && path !== 'tooling/checks/docs.mjs',
)
finish([...pages.flatMap(brokenIn), ...texts.flatMap(machinesIn)], `${pages.length} pages`)

function brokenIn(page) {
  const text = textOf(page)
  const paths = [...linksIn(text), ...codeIn(text).filter(looksLikePath)].map((path) =>
    path.replace(/[#?].*$/, ''),
  )
  const commands = [...text.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1])
  return [
    ...paths
      .filter((path) => path && !exists(page, path))
      .map((path) => `${page} names ${path}, which is not there`),
    ...commands
      .filter((name) => !scripts[name])
      .map((name) => `${page} names "npm run ${name}", which is not a script`),
  ]
}

function linksIn(text) {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1])
    .filter((link) => !/^(https?:|mailto:|#)/.test(link))
}

function codeIn(text) {
  return [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1])
}

/** A path of this repository: folders and a name, nothing to be filled in, no address of a page. */
function looksLikePath(code) {
  return (
    /^[\w$.-]*[\w$-][\w$.-]*(\/[\w.$-]+)+\/?$/.test(code) &&
    (/\.\w+$/.test(code) || /^(apps|packages|tests|tooling)\//.test(code))
  )
}

function exists(page, path) {
  return made.test(path) || existsSync(join(root, dirname(page), path)) || existsSync(join(root, path))
}

function machinesIn(path) {
  return textOf(path)
    .split('\n')
    .flatMap((line, index) =>
      machinePath.test(line) ? [`${path}:${index + 1} names a path of one machine`] : [],
    )
}
