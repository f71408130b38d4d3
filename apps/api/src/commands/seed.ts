import { parseArgs } from 'node:util'
import { seedDemo, seedProfession } from '@wirearchy/domain/cast'
import { type Command, withHouse } from './command.ts'

export const seedCommands: Command[] = [
  {
    usage: 'seed demo',
    does: 'Fills an empty demo database with the small invented world, and says who can sign in.',
    run: () =>
      withHouse(async (ctx, env) => {
        if (!env.demo) throw new Error('This is for the demo only. Set DEMO=1, on a database of its own.')
        console.log(await seedDemo(ctx))
        return 0
      }),
  },
  {
    usage: 'seed profession --people N [--seed S]',
    does: 'Fills an empty database with an invented profession of N people, for measuring.',
    run: (args) =>
      withHouse(async (ctx) => {
        const { values } = parseArgs({
          args,
          options: { people: { type: 'string' }, seed: { type: 'string' } },
        })
        const count = Number(values.people)
        if (!Number.isInteger(count) || count < 100)
          throw new Error('Give a number of people of 100 or more: --people 6000.')
        console.log(
          await seedProfession(ctx, { people: count, ...(values.seed ? { seed: Number(values.seed) } : {}) }),
        )
        return 0
      }),
  },
]
