// Builds the HTTP entry into dist/server.js. The pages are built before it by Remix, into build/.
import { bundle } from '../../tooling/bundle.mjs'

await bundle({ workspace: 'apps/web', entry: 'server.ts', outfile: 'dist/server.js' })
