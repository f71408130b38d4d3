import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** Everything that can be set from outside. Nothing else in the product reads the environment. */
export interface Env {
  /** The repository, which relative file paths start from. */
  root: string
  port: number
  /** The product's own address, without a slash at the end. */
  origin: string
  databaseUrl: string
  /** Where backups go; `backups` beside the database when it is null. */
  backupDir: string | null
  /** How many nightly backups are kept; 0 for none at all. */
  backupsKept: number
  smtpUrl: string | null
  mailFrom: string
  secret: string
  /** An invented world where anybody may be anybody; mails go to the outbox page. */
  demo: boolean
  /** Pages built as they are asked for, with the loose content rules that Vite needs. */
  development: boolean
  graphIndex: boolean
  /** How many proxies of ours stand in front: their word about the caller's address counts. */
  trustProxy: number
}

const isOn = (text: string | undefined) => /^(1|on|true|yes)$/i.test(text ?? '')
const OPEN_SECRET = 'the demo keeps no secret: everybody may read this'

/**
 * Reads the settings.
 * @param purpose a server needs all of them outside the demo; a command needs only the database
 * @throws one sentence a line for every setting that is missing or cannot be used
 */
export function readEnv(from = process.env, purpose: 'serve' | 'command' = 'serve'): Env {
  // React reads this by itself, and its checking build is slow: it is for development only.
  from.NODE_ENV ??= 'production'
  const demo = isOn(from.DEMO)
  const port = from.PORT ?? '3000'
  const wrong = [...wrongValues(from, port), ...(demo || purpose === 'command' ? [] : missing(from))]
  if (wrong.length > 0)
    throw new Error(`Wirearchy cannot start yet:\n${wrong.map((line) => `- ${line}`).join('\n')}`)
  return {
    root: repositoryRoot(),
    port: Number(port),
    origin: (from.ORIGIN ?? `http://localhost:${port}`).replace(/\/$/, ''),
    databaseUrl: from.DATABASE_URL ?? 'file:./data/wirearchy.db',
    backupDir: from.BACKUP_DIR ?? null,
    backupsKept: Number(from.BACKUPS_KEPT ?? 14),
    smtpUrl: from.SMTP_URL ?? null,
    mailFrom: from.MAIL_FROM ?? 'Wirearchy <wirearchy@localhost>',
    secret: from.SECRET ?? OPEN_SECRET,
    demo,
    development: from.NODE_ENV === 'development',
    graphIndex: !/^(0|off|false|no)$/i.test(from.GRAPH_INDEX ?? ''),
    trustProxy: isOn(from.TRUST_PROXY) ? 1 : Number(from.TRUST_PROXY ?? 0) || 0,
  }
}

function missing(from: NodeJS.ProcessEnv): string[] {
  const lines = {
    SECRET:
      'SECRET is missing. Set it to at least 32 random characters, such as the output of "openssl rand -hex 32".',
    ORIGIN: 'ORIGIN is missing. Set it to the address people type, such as https://wirearchy.example.',
    SMTP_URL:
      'SMTP_URL is missing. Set it to your mail server, such as smtps://name:password@mail.example:465.',
    MAIL_FROM:
      'MAIL_FROM is missing. Set it to the sender of our letters, such as Wirearchy <hello@wirearchy.example>.',
  }
  return Object.entries(lines).flatMap(([name, line]) => (from[name] ? [] : [line]))
}

function wrongValues(from: NodeJS.ProcessEnv, port: string): string[] {
  const wrong: string[] = []
  const number = Number(port)
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    wrong.push(`PORT is "${port}". Set it to a number from 1 to 65535.`)
  if (from.DATABASE_URL && !/^file:./.test(from.DATABASE_URL))
    wrong.push('DATABASE_URL must name a SQLite file, such as file:./data/wirearchy.db.')
  if (from.BACKUPS_KEPT && !/^\d{1,4}$/.test(from.BACKUPS_KEPT))
    wrong.push(`BACKUPS_KEPT is "${from.BACKUPS_KEPT}". Set it to a number of nightly backups, such as 14.`)
  if (from.SECRET && from.SECRET.length < 32)
    wrong.push('SECRET is too short. Set it to at least 32 random characters.')
  if (from.ORIGIN && !isOrigin(from.ORIGIN))
    wrong.push(
      'ORIGIN must be an https address without a path (http is for localhost only), such as https://wirearchy.example.',
    )
  if (from.SMTP_URL && !/^smtps?:\/\/.+/.test(from.SMTP_URL))
    wrong.push('SMTP_URL must begin with smtp:// or smtps:// and name a server.')
  return wrong
}

function isOrigin(text: string) {
  const parsed = z.url({ protocol: /^https?$/ }).safeParse(text)
  if (!parsed.success) return false
  const { protocol, hostname, pathname, search, hash, username } = new URL(text)
  const isBare = pathname === '/' && !search && !hash && !username
  return isBare && (protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1')
}

/** The folder of the repository, whether this runs from the sources or from a bundle. */
function repositoryRoot() {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'turbo.json'))) {
    const above = dirname(folder)
    if (above === folder) return process.cwd()
    folder = above
  }
  return folder
}
