import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  backup,
  backupInto,
  backupsIn,
  type DrillReport,
  drillRestore,
  type Erased,
  restore,
} from '@wirearchy/db'
import { erase } from '@wirearchy/domain/person'
import { backupFolder } from '../backups.ts'
import { type Env, readEnv } from '../env.ts'
import { type Command, withHouseOf } from './command.ts'

const settings = () => readEnv(undefined, 'command')

export const backupCommands: Command[] = [
  {
    usage: 'backup [FILE]',
    does: 'Writes a whole copy to a new file, while the server runs, checks it, and puts its manifest beside it.',
    async run(args) {
      const file = onlyFile(args, 'backup [FILE]')
      const env = settings()
      const { databaseUrl, root, backupsKept } = env
      const made = file
        ? backup(databaseUrl, resolve(file), root)
        : backupInto(databaseUrl, backupFolder(env), { root, keep: Math.max(1, backupsKept) })
      console.log(`Backed up to ${made.file}: ${counted(made.rows)}, ${made.ledger.head} ledger entries.`)
      return 0
    },
  },
  {
    usage: 'restore FILE',
    does: 'Puts a backup in place, after checking it. Stop the server first; what was there is kept beside it.',
    async run(args) {
      const file = onlyFile(args, 'restore FILE')
      const env = settings()
      if (!file) throw new Error('Name a file: wirearchy restore FILE.')
      const { rows, ledger } = await restore(resolve(file), env.databaseUrl, {
        root: env.root,
        eraseAgain: (url, people) => eraseAgain(env, url, people),
        journal: backupFolder(env),
        say: (sentence) => console.log(sentence),
      })
      console.log(
        `Restored ${file}: ${counted(rows)}, ${ledger.head} ledger entries, every one under its seal.`,
      )
      return 0
    },
  },
  {
    usage: 'drill restore [--from FOLDER] [--json]',
    does: 'Brings the newest backup back in a folder of its own, checks it wholly, and says what a lost disk would cost.',
    async run(args) {
      const options = { from: { type: 'string' }, json: { type: 'boolean' } } as const
      const { values } = parseArgs({ args, options })
      const env = settings()
      const folder = values.from ? resolve(values.from) : backupFolder(env)
      const [newest] = backupsIn(folder)
      if (!newest)
        throw new Error(`There is no backup with a manifest in ${folder}. Make one: npx wirearchy backup.`)
      const report = drillRestore(env.databaseUrl, newest, { root: env.root, scratch: tmpdir() })
      if (values.json) console.log(JSON.stringify(report))
      else tell(report)
      return report.findings.length > 0 ? 1 : 0
    },
  },
]

/** A mistyped option must not become the name of a file. */
function onlyFile(args: string[], usage: string): string | undefined {
  const [file, ...more] = args
  if (more.length > 0 || file?.startsWith('-')) throw new Error(`Name one file: wirearchy ${usage}.`)
  return file
}

/** Erases once more, on record, in a database that came back from a time before. */
const eraseAgain = (env: Env, databaseUrl: string, people: Erased[]) =>
  withHouseOf({ ...env, databaseUrl }, async (ctx) => {
    for (const { personId, reason } of people) await erase(ctx, { personId, reason })
    console.log(`Erased again ${people.length} people who were erased after this backup was made.`)
  })

const counted = ({ people = 0, stints = 0 }: Record<string, number>) => `${people} people, ${stints} stays`

const MINUTE_MS = 60_000

function tell({ findings, backup: path, bytes, actsSince, ageMs, backMs }: DrillReport) {
  for (const sentence of findings) console.error(`- ${sentence}`)
  console.log(`${path}, ${(bytes / 1e6).toFixed(1)} MB, ${findings.length} findings.`)
  console.log(`Back, and wholly checked, after ${(backMs / 1000).toFixed(1)} s.`)
  console.log(
    `Were the disk lost now, the last ${(ageMs / MINUTE_MS).toFixed(0)} minutes would be lost: ${actsSince ?? 'nobody knows how many'} acts.`,
  )
}
