import { spawn } from 'node:child_process'
import { program } from './program.ts'

/** Runs one command of the product as an operator would. @returns its exit code and all it said */
export function wirearchy(args: string[], databaseUrl: string, settings: Record<string, string> = {}) {
  const env = { ...process.env, DEMO: '1', DATABASE_URL: databaseUrl, ...settings }
  const child = spawn(process.execPath, [program('cli'), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', error: '' }
  child.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.error += chunk
  })
  return new Promise<{ code: number | null; out: string; error: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, ...said }))
  })
}
