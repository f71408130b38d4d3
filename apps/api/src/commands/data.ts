import { parseArgs } from 'node:util'
import { type Examination, examine, migrate, sealAgain } from '@wirearchy/db'
import { ledgerAgrees, record } from '@wirearchy/domain/ledger'
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
      if (!values.quick && found.findings.length === 0) {
        onStage?.('what the ledger tells')
        found.findings.push(...(await untrue()))
      }
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
        const { differ } = await ledgerAgrees(ctx.store.read)
        const refs = Object.fromEntries(differ.map(({ of, id }, place) => [`${of}${place + 1}`, id]))
        await ctx.store.tx((tx) => record(tx, ctx, { type: 'seals.renewed', refs, after }))
        console.log(`Sealed as it stands: ${changed} rows had another seal, or none.`)
        return 0
      })
    },
  },
]

/** Rows of history that are not as the ledger tells them. */
async function untrue(): Promise<Examination['findings']> {
  const found: Examination['findings'] = []
  await withHouse(async ({ store }) => {
    for (const { of, id, held } of (await ledgerAgrees(store.read)).differ)
      found.push({ check: 'ledger', row: id, sentence: `${sentenceOf(of, id, held !== null)} ${CURE}` })
    return 0
  })
  return found
}

const CURE = 'Ask wirearchy history what was told; restore a backup, or stand by it with wirearchy seal.'
const sentenceOf = (of: string, id: string, isHeld: boolean) =>
  isHeld
    ? `The ${of} ${id} is not as the ledger tells it.`
    : `The ledger tells of the ${of} ${id}, which is not there.`

function tell({ findings, rows, ledger }: Examination, isQuick: boolean) {
  for (const { sentence } of findings) console.error(`- ${sentence}`)
  const { people = 0, stints = 0 } = rows
  console.log(
    findings.length > 0
      ? `${findings.length} findings.`
      : `The database is sound: ${people} people, ${stints} stays, ${ledger.head} ledger entries${isQuick ? ', at a quick look' : ', every one under its seal'}.`,
  )
}
