// Runs the stages one after another and the steps of a stage side by side; counts and times everything.
import { stages } from './stages.mjs'

/** Runs the chosen steps (all without `--only a,b`), prints the sum, returns the exit code. */
export async function runGate(args) {
  const only = chosen(args)
  const known = stages.flat().map((step) => step.name)
  const unknown = only?.find((name) => !known.includes(name))
  if (unknown) {
    console.log(`There is no step "${unknown}". The steps are: ${known.join(', ')}.`)
    return 1
  }
  const sum = { passed: 0, failed: 0, skipped: 0 }
  const start = Date.now()
  for (const stage of stages) {
    const steps = stage.filter((step) => !only || only.includes(step.name))
    const results = await Promise.all(steps.map(timed))
    for (const result of results) add(sum, result)
    if (sum.failed > 0) break
  }
  console.log(`\n${Math.round((Date.now() - start) / 1000)} s`)
  console.log(lastLine(sum))
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0
}

function chosen(args) {
  const at = args.indexOf('--only')
  return at < 0 ? null : (args[at + 1] ?? '').split(',')
}

async function timed(step) {
  const start = Date.now()
  const result = await step.run().catch((error) => ({ failed: 1, output: error.stack }))
  const { passed = 0, failed = 0, skipped = 0, output = '', note = '' } = result
  const seconds = ((Date.now() - start) / 1000).toFixed(1).padStart(6)
  const counts = [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`].filter(
    Boolean,
  )
  console.log(
    `${failed ? '✗' : '✓'} ${step.name.padEnd(12)} ${seconds} s  ${counts.join(', ')}${note && `  ${note}`}`,
  )
  if (failed && output) console.log(`\n${output.trim()}\n`)
  return { passed, failed, skipped }
}

function add(sum, result) {
  for (const key of Object.keys(sum)) sum[key] += result[key]
}

function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}
