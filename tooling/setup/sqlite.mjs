// better-sqlite3 is the one package with a part in C++: from our cache, else its prebuilt, else compiled here.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { aptInstall, isRoot, npmCli, root, run, Stop, say, which, works } from './machine.mjs'

const folder = join(root, 'node_modules', 'better-sqlite3')
const binary = join(folder, 'build', 'Release', 'better_sqlite3.node')
const tools = { python3: 'python3', make: 'make', 'g++': 'g++' }

/** Leaves a better-sqlite3 that opens a database in this Node, and a copy of it in the user's cache. */
export async function ensureSqlite() {
  const cached = cachePath()
  if (opens()) return existsSync(cached) || copy(binary, cached)
  if (existsSync(cached)) {
    copy(cached, binary)
    if (opens()) return console.log('Took better-sqlite3 from the cache')
  }
  if (!(await takePrebuilt())) await compile()
  copy(binary, cached)
}

/** Tried in a process of its own: a binary of another Node or machine may crash instead of throwing. */
function opens() {
  const script = `new (require(${JSON.stringify(folder)}))(':memory:').close()`
  return existsSync(binary) && works(process.execPath, ['-e', script])
}

function cachePath() {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  process.report.excludeNetwork = true
  const libc = process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'other'
  const name = [version, `abi${process.versions.modules}`, process.platform, process.arch, libc].join('-')
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(cache, 'wirearchy', `better-sqlite3-${name}.node`)
}

/** Copies whole or not at all. */
function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, `${to}.${process.pid}`)
  renameSync(`${to}.${process.pid}`, to)
}

async function takePrebuilt() {
  const script = join(root, 'node_modules', 'prebuild-install', 'bin.js')
  if (!existsSync(script)) return false
  await run(process.execPath, [script], { cwd: folder, timeout: 20_000 })
  if (opens()) console.log('Took the prebuilt better-sqlite3')
  return opens()
}

async function compile() {
  await ensureCompiler()
  await say('Compiling better-sqlite3, once, about two minutes', async () => {
    const { output } = await run(process.execPath, [nodeGyp(), 'rebuild', '--release', ...headers()], {
      cwd: folder,
      env: { JOBS: 'max' },
    })
    if (opens()) return
    throw new Stop(`better-sqlite3 did not compile:\n${output.slice(-3000)}`, compilerCommand())
  })
}

async function ensureCompiler() {
  const missing = () => Object.keys(tools).filter((tool) => !which(tool))
  if (missing().length > 0) await aptInstall(missing().map((tool) => tools[tool]))
  if (missing().length > 0) {
    throw new Stop(
      `To build better-sqlite3 this machine needs ${missing().join(', ')}. Run:`,
      compilerCommand(),
    )
  }
}

function compilerCommand() {
  const sudo = isRoot ? '' : 'sudo '
  if (process.platform === 'darwin') return 'xcode-select --install && npm run setup'
  if (which('dnf')) return `${sudo}dnf install -y python3 make gcc-c++ && npm run setup`
  if (which('apk')) return `${sudo}apk add python3 make g++ && npm run setup`
  return `${sudo}apt-get install -y python3 make g++ && npm run setup`
}

/** node-gyp comes with npm (Debian's own npm keeps it beside npm instead of inside). */
function nodeGyp() {
  const npm = dirname(dirname(npmCli()))
  const places = [join(npm, 'node_modules', 'node-gyp'), join(dirname(npm), 'node-gyp')]
  const found = places.map((place) => join(place, 'bin', 'node-gyp.js')).find((path) => existsSync(path))
  if (!found) throw new Stop('npm came without node-gyp.', 'npm install --global npm && npm run setup')
  return found
}

/** The headers beside the running Node, when they are its own; otherwise node-gyp fetches them. */
function headers() {
  const prefix = dirname(dirname(process.execPath))
  const file = join(prefix, 'include', 'node', 'node_version.h')
  if (!existsSync(file)) return []
  const [, abi] = /define NODE_MODULE_VERSION (\d+)/.exec(readFileSync(file, 'utf8')) ?? []
  return abi === process.versions.modules ? [`--nodedir=${prefix}`] : []
}
