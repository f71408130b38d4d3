import { parseArgs } from 'node:util'
import { type Examination, examine, migrate, sealAgain } from '@wirearchy/db'
import { record } from '@wirearchy/domain/ledger'
import { readEnv } from '../env.ts'
import { type Command, withHouse } from './command.ts'

const settings = () => readEnv(undefined, 'command')

export const dataCommands: Command[] = [
  {
    usage: 'migrate',
    does: 'Brings the database up to date, after a backup beside it, and seals what has no seal yet.',
    async run() {
      const { databaseUrl, root } = settings()
      const applied = migrate(databaseUrl, { root, say: (sentence) => console.log(sentence) })
      console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.')
      return 0
    },
  },
  {
    usage: 'verify [--quick] [--json]',
    does: 'Examines the live file, while the server runs: pages, guards, settings, the seals of history and ledger, the laws.',
    async run(args) {
      const { values } = parseArgs({
        args,
        options: { json: { type: 'boolean' }, quick: { type: 'boolean' } },
      })
      const { databaseUrl, root } = settings()
      const onStage = process.stderr.isTTY
        ? (stage: string) => console.error(`Looking at: ${stage}`)
        : undefined
      const found = examine(databaseUrl, {
        root,
        quick: values.quick ?? false,
        ...(onStage ? { onStage } : {}),
      })
      if (values.json) console.log(JSON.stringify(found))
      else tell(found, values.quick ?? false)
      return found.findings.length > 0 ? 1 : 0
    },
  },
  {
    usage: 'seal --reason TEXT',
    does: 'Stands by rows that verify found changed by hand: seals them as they are, and says so in the ledger.',
    async run(args) {
      const { values } = parseArgs({ args, options: { reason: { type: 'string' } } })
      const { reason } = values
      if (!reason) throw new Error('Say why: wirearchy seal --reason "We mended a date by hand".')
      const { databaseUrl, root } = settings()
      const { changed } = sealAgain(databaseUrl, root)
      const after = { reason, changed }
      return withHouse(async (ctx) => {
        await ctx.store.tx((tx) => record(tx, ctx, { type: 'seals.renewed', after }))
        console.log(`Sealed as it stands: ${changed} rows had another seal, or none.`)
        return 0
      })
    },
  },
]

function tell({ findings, rows, ledger }: Examination, isQuick: boolean) {
  for (const { sentence } of findings) console.error(`- ${sentence}`)
  const { people = 0, stints = 0 } = rows
  console.log(
    findings.length > 0
      ? `${findings.length} findings.`
      : `The database is sound: ${people} people, ${stints} stays, ${ledger.head} ledger entries${isQuick ? ', at a quick look' : ', every one under its seal'}.`,
  )
}
