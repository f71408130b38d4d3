import { resolve } from 'node:path'
import { backup, migrate, restore, verify } from '@wirearchy/db'
import { readEnv } from '../env.ts'
import type { Command } from './command.ts'

const settings = () => readEnv(undefined, 'command')

function told(sentence: string, rows: Record<string, number>) {
  const { people = 0, stints = 0, ledger = 0 } = rows
  console.log(`${sentence} ${people} people, ${stints} stays, ${ledger} ledger entries.`)
  return 0
}

function fileFrom(args: string[], usage: string) {
  const [file] = args
  if (!file) throw new Error(`Name a file: wirearchy ${usage}.`)
  return resolve(file)
}

export const dataCommands: Command[] = [
  {
    usage: 'migrate',
    does: 'Brings the database up to date, after a backup beside it.',
    async run() {
      const { databaseUrl, root } = settings()
      const applied = migrate(databaseUrl, { root })
      console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.')
      return 0
    },
  },
  {
    usage: 'backup FILE',
    does: 'Writes a whole copy to a new file, while the server runs, and checks it.',
    async run(args) {
      const { databaseUrl, root } = settings()
      const file = fileFrom(args, this.usage)
      return told(`Backed up to ${file}:`, backup(databaseUrl, file, root))
    },
  },
  {
    usage: 'restore FILE',
    does: 'Puts a backup in place, after checking it. Stop the server first; what was there is kept beside it.',
    async run(args) {
      const { databaseUrl, root } = settings()
      const file = fileFrom(args, this.usage)
      return told(`Restored ${file}:`, restore(file, databaseUrl, root))
    },
  },
  {
    usage: 'verify',
    does: 'Checks the live file: that it is sound, that nothing points nowhere, that every guard stands.',
    async run() {
      const { databaseUrl, root } = settings()
      return told('The database is sound:', verify(databaseUrl, root))
    },
  },
]
