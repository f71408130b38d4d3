// The two test runners, Vitest and Playwright: started, and their own counts read from their reports.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from '../setup/machine.mjs'

const env = { TURBO_TELEMETRY_DISABLED: '1', npm_config_loglevel: 'error', FORCE_COLOR: '0', NO_COLOR: '1' }

/** Runs the Vitest suites of these workspaces through turbo and adds up what each reports. */
export async function workspaceTests(workspaces) {
  const reports = workspaces.map((workspace) => join(root, workspace, '.cache', 'vitest.json'))
  for (const report of reports) rmSync(report, { force: true })
  const filters = workspaces.map((workspace) => `--filter=./${workspace}`)
  const args = [
    'run',
    'test',
    ...filters,
    '--output-logs=errors-only',
    '--log-prefix=none',
    '--continue',
    '--concurrency=1',
  ]
  const { ok, output } = await run(join(root, 'node_modules', '.bin', 'turbo'), args, { env })
  const sum = { passed: 0, failed: 0, skipped: 0, output }
  for (const report of reports) addReport(sum, report)
  if (!ok && sum.failed === 0) sum.failed = 1
  return sum
}

/** A file that could not even be loaded counts as one failure; so does a workspace without a report. */
function addReport(sum, path) {
  if (!existsSync(path)) {
    sum.failed += 1
    return
  }
  const report = JSON.parse(readFileSync(path, 'utf8'))
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  )
  sum.passed += report.numPassedTests
  sum.failed += report.numFailedTests + broken.length
  sum.skipped += report.numPendingTests + report.numTodoTests
}

function isFailed(assertion) {
  return assertion.status === 'failed'
}

/**
 * Runs the browser's journeys. A browser on a loaded machine may be slow beyond patience once: a test has a second
 * try, and the sum says aloud how many needed it.
 */
export async function browserTests() {
  const folder = join(root, 'tests')
  const specs = existsSync(join(folder, 'browser'))
    ? readdirSync(join(folder, 'browser'), { recursive: true })
    : []
  if (!specs.some((file) => file.endsWith('.spec.ts')))
    return { failed: 1, output: 'tests/browser holds no journey.' }
  const report = join(folder, '.cache', 'playwright.json')
  rmSync(report, { force: true })
  const { ok, output } = await run(
    join(root, 'node_modules', '.bin', 'playwright'),
    ['test', '--retries=1', '--reporter=line,json'],
    {
      cwd: folder,
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    },
  )
  if (!existsSync(report)) return { failed: 1, output }
  const { stats } = JSON.parse(readFileSync(report, 'utf8'))
  const { expected, unexpected, flaky, skipped } = stats
  const failed = ok ? unexpected : Math.max(1, unexpected)
  const note = flaky ? `${flaky} only at the second try` : ''
  return { passed: expected + flaky, failed, skipped, output, note }
}
