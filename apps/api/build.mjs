// Builds the command line into dist/cli.js (bin/wirearchy.mjs runs it) and the API alone into dist/serve.js.
import { bundle } from '../../tooling/bundle.mjs'

await bundle({ workspace: 'apps/api', entry: 'src/cli.ts', outfile: 'dist/cli.js' })
await bundle({ workspace: 'apps/api', entry: 'src/serve.ts', outfile: 'dist/serve.js' })
