// Bundles one program that a drill runs, so that a thousand of them start quickly: node build.mjs crash/writer.ts .cache/x.mjs
import { bundle } from '../../tooling/bundle.mjs'

const [entry, outfile] = process.argv.slice(2)
await bundle({ workspace: 'tests', entry, outfile })
