// What the gate does, quickest first. Steps of one stage run side by side.
import { join } from 'node:path'
import { root, run } from '../setup/machine.mjs'
import { browserTests, workspaceTests } from './runners.mjs'

const quiet = { TURBO_TELEMETRY_DISABLED: '1', npm_config_loglevel: 'error', FORCE_COLOR: '0' }
const bin = (name) => join(root, 'node_modules', '.bin', name)

export const stages = [
  [
    check('lint', bin('biome'), ['check', '--config-path=tooling/lint.json', '--error-on-warnings', '.']),
    check('workspaces', bin('sherif'), ['--fail-on-warnings']),
    script('lock', 'tooling/checks/lock.mjs'),
    script('source', 'tooling/checks/source.mjs'),
    script('words', 'tooling/checks/words.mjs'),
    script('docs', 'tooling/checks/docs.mjs'),
  ],
  [
    check('boundaries', bin('depcruise'), [
      '--config',
      'tooling/boundaries.cjs',
      '--output-type=err-long',
      'apps',
      'packages',
      'tests',
      'tooling',
    ]),
    check('dead code', bin('knip'), ['--config', 'tooling/knip.json', '--no-config-hints']),
  ],
  [script('migrations', 'packages/db/generate.mjs', '--check')],
  [check('types', bin('turbo'), turbo('typecheck'))],
  [
    {
      name: 'unit',
      run: () => workspaceTests(['packages/graph', 'packages/db', 'packages/domain', 'apps/api', 'apps/web']),
    },
  ],
  [check('build', bin('turbo'), turbo('build'))],
  [script('bundles', 'tooling/checks/bundles.mjs')],
  [{ name: 'journeys', run: () => workspaceTests(['tests']) }],
  [{ name: 'browser', run: browserTests }],
]

/** A program that passes or fails as one. */
function check(name, command, args) {
  return {
    name,
    run: async () => {
      const { ok, output } = await run(command, args, { env: quiet })
      const note = ok
        ? (output
            .trim()
            .split('\n')
            .findLast((line) => line.startsWith('note: '))
            ?.slice(6) ?? '')
        : ''
      return { [ok ? 'passed' : 'failed']: 1, output, note }
    },
  }
}

function script(name, ...args) {
  return check(name, process.execPath, args)
}

function turbo(task) {
  return ['run', task, '--output-logs=errors-only', '--log-prefix=none', '--continue']
}
