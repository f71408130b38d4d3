import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

it('ends on a fault that nothing caught with its kind and place in the log, and no word that somebody wrote', () => {
  const fault = `new TypeError('Failed query: insert into goals\\nparams: Sleep before Year 9')`
  const program = `import { endPlainly } from '${import.meta.dirname}/log-fault.ts'
    endPlainly()
    FAULT`
  for (const thrown of [`setTimeout(() => { throw ${fault} })`, `void Promise.reject(${fault})`]) {
    const args = ['--import', 'tsx', '--input-type=module', '--eval', program.replace('FAULT', thrown)]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(JSON.parse(stderr)).toMatchObject({ level: 'error', fault: 'TypeError' })
    expect(stdout + stderr).not.toMatch(/Sleep|goals/)
  }
})
