import { type ChildProcess, spawn } from 'node:child_process'
import { program } from '../../crash/program.ts'
import { freePort } from '../../crash/server.ts'

/** The product's API as it runs in earnest, with everything that it says to its log. */
export interface Running {
  child: ChildProcess
  origin: string
  port: number
  said(): string
}

/** Starts it over a database file, with a mail server, and waits until it answers. */
export async function running(databaseUrl: string, smtpUrl: string): Promise<Running> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const { PATH = '', HOME = '' } = process.env
  const house = { DATABASE_URL: databaseUrl, PORT: String(port), ORIGIN: origin, BACKUPS_KEPT: '0' }
  const post = { SMTP_URL: smtpUrl, MAIL_FROM: 'Wirearchy <hello@wirearchy.example>', SECRET: 's'.repeat(40) }
  const child = spawn(process.execPath, [program('serve')], { env: { PATH, HOME, ...house, ...post } })
  let said = ''
  const heard = new Promise<void>((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`The server left with ${code}: ${said}`)))
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk
        if (said.includes('answers at')) resolve()
      })
  })
  await heard
  return { child, origin, port, said: () => said }
}
