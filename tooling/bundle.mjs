// How the server and the CLI become one file each: our own packages inside, everything from npm outside.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const librarySources = ['packages/db/src', 'packages/graph/src', 'packages/domain/src', 'apps/api/src']
const skipped = new Set(['node_modules', 'dist', 'build', '.cache'])

/** esbuild's `packages: 'external'` would leave our TypeScript packages outside too, and Node 20 cannot read them. */
const onlyOursInside = {
  name: 'only-ours-inside',
  setup(build) {
    build.onResolve({ filter: /^[^./~]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@wirearchy/') ? undefined : { path, external: true },
    )
  },
}

/** Bundles one entry file of a workspace for Node and notes beside it which sources it was made from. */
export async function bundle({ workspace, entry, outfile, sources = [], external = [] }) {
  const { build } = await import('esbuild')
  const folder = join(root, workspace)
  const out = join(folder, outfile)
  await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    external,
    plugins: [onlyOursInside],
    logLevel: 'warning',
  })
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(`${out}.sources`, hashOf(sources))
}

/** True when the bundle was made from the sources as they are now. */
export function isFresh(outfile, sources = []) {
  try {
    return readFileSync(`${join(root, outfile)}.sources`, 'utf8') === hashOf(sources)
  } catch {
    return false
  }
}

function hashOf(extraSources) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const source of [...librarySources, ...extraSources]) {
    for (const file of filesUnder(join(root, source))) {
      hash.update(relative(root, file)).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesUnder(path) : [path]
    })
}
