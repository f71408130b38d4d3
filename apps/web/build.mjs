// After Remix has built the pages into build/: packs their scripts and styles, and bundles the entry into dist/server.js.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { bundle } from '../../tooling/bundle.mjs'

const assets = join(import.meta.dirname, 'build', 'client', 'assets')
for (const name of readdirSync(assets).filter((file) => /\.(js|css)$/.test(file))) {
  const packed = brotliCompressSync(readFileSync(join(assets, name)))
  writeFileSync(join(assets, `${name}.br`), packed)
}

await bundle({ workspace: 'apps/web', entry: 'server.ts', outfile: 'dist/server.js', external: ['vite'] })
