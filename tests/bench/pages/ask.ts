import { Agent, get } from 'node:http'
import { figure } from '../measure.ts'
import type { Reader } from './world.ts'

/** What one request asks for: an address, by a reader, the n-th time. */
export type Address = (reader: Reader, n: number) => string

export interface Times {
  p50: number
  p99: number
  /** Answers a second over the whole run. */
  rate: number
  /** Of an answer, on average. */
  bytes: number
}

/** Asks `many` times over so many connections, after a tenth as many to warm up, readers in turn. */
export async function timesOf(
  port: number,
  readers: Reader[],
  address: Address,
  { many, connections }: { many: number; connections: number },
): Promise<Times> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const one = (n: number) => {
    const reader = readers[n % readers.length] as Reader
    return askOnce(port, agent, address(reader, n), reader.token)
  }
  for (let n = 0; n < many / 10; n++) await one(n)
  const answers: { ms: number; bytes: number }[] = []
  const began = performance.now()
  let next = 0
  const lane = async () => {
    while (next < many) answers.push(await one(next++))
  }
  await Promise.all(Array.from({ length: connections }, lane))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  const sorted = answers.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] as number
  const bytes = answers.reduce((sum, answer) => sum + answer.bytes, 0) / answers.length
  return { p50: at(0.5), p99: at(0.99), rate: many / seconds, bytes }
}

/** One connection on which pages are asked for one after another. */
export function asker(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return {
    once: (reader: Reader, address: Address, n: number) =>
      askOnce(port, agent, address(reader, n), reader.token),
    end: () => agent.destroy(),
  }
}

/** @throws when the answer is not 200: a page that was refused is not a quick page */
function askOnce(port: number, agent: Agent, path: string, token: string) {
  const began = performance.now()
  const headers = { cookie: `session=${token}`, 'x-app': '1', accept: '*/*' }
  return new Promise<{ ms: number; bytes: number }>((resolve, reject) => {
    get({ host: 'localhost', port, path, agent, headers }, (res) => {
      let bytes = 0
      res.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      res.on('end', () => {
        if (res.statusCode !== 200) return reject(new Error(`GET ${path} answered ${res.statusCode}.`))
        resolve({ ms: performance.now() - began, bytes })
      })
    }).on('error', reject)
  })
}

/** A row of a Markdown table: a name, and its figures. */
export const row = (name: string, alone: Times, four: Times, processor: number, against: string) =>
  `| ${[name, figure(alone.p50), figure(alone.p99), figure(four.p50), figure(four.p99), four.rate.toFixed(0), figure(processor), (alone.bytes / 1024).toFixed(1), against].join(' | ')} |`
