// `npm run demo`: sets up, builds what changed, fills a database of its own with the small world, serves it.
// `npm run dev` (`--dev`) serves the same world straight from the sources, and follows them as they change.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const { setUp } = await import('./setup/all.mjs')
const { root, run, say, Stop } = await import('./setup/machine.mjs')

const isDev = process.argv.includes('--dev')
const env = {
  ...process.env,
  NODE_ENV: isDev ? 'development' : 'production',
  DEMO: '1',
  DATABASE_URL: process.env.DATABASE_URL ?? 'file:./data/demo.db',
}

try {
  await setUp()
  if (isDev) {
    await toEnd(['apps/api/bin/wirearchy.mjs', 'seed', 'demo'])
    process.exitCode = await toEnd(['--import', 'tsx', 'apps/web/server.ts'])
  } else {
    await say('Building', build)
    await toEnd(['apps/api/dist/cli.js', 'seed', 'demo'])
    process.exitCode = await toEnd(['apps/web/dist/server.js'])
  }
} catch (error) {
  console.error(error instanceof Stop ? `\n${error.message}\n${error.help}\n` : error)
  process.exitCode = 1
}

async function build() {
  const args = ['run', 'build', '--output-logs=errors-only', '--log-prefix=none']
  const { ok, output } = await run(join(root, 'node_modules', '.bin', 'turbo'), args, {
    env: { TURBO_TELEMETRY_DISABLED: '1', npm_config_loglevel: 'error' },
  })
  if (!ok) throw new Stop(output, 'When that is mended: npm run demo')
}

/** Runs one of our programs in the foreground; Ctrl+C goes to it, and we leave when it has left. */
function toEnd(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', ...args], {
      cwd: root,
      env,
      stdio: 'inherit',
    })
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code && !signal) reject(new Stop(`${args.join(' ')} ended with ${code}.`, 'What it said is above.'))
      else resolve(0)
    })
  })
}
