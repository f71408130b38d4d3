// Builds the command line into dist/cli.js; bin/wirearchy.mjs runs it.
import { bundle } from '../../tooling/bundle.mjs'

await bundle({ workspace: 'apps/api', entry: 'src/cli.ts', outfile: 'dist/cli.js' })
