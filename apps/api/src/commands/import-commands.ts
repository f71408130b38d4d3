import { type Command, withHouse } from './command.ts'
import { importLinksCommand } from './import-links.ts'
import { importSchoolsCommand } from './import-schools.ts'

export const importCommands: Command[] = [
  {
    usage: 'import schools FILE [--scheme gias|seed|ni] [--json] [--allow-shrink] [--refused FILE]',
    does: 'Reads a register of schools: England and Wales, or Scotland (seed), or Northern Ireland (ni). Safe to run again.',
    run: (args) => withHouse((ctx) => importSchoolsCommand(ctx, args, process)),
  },
  {
    usage: 'import links FILE [--json] [--allow-shrink] [--refused FILE]',
    does: 'Reads which school succeeded which, then works out what follows. Safe to run again.',
    run: (args) => withHouse((ctx) => importLinksCommand(ctx, args, process)),
  },
]
