import { type Command, withHouse } from './command.ts'
import { importSchoolsCommand } from './import-schools.ts'

export const importCommands: Command[] = [
  {
    usage: 'import schools FILE [--json] [--allow-shrink] [--refused FILE]',
    does: 'Reads the register of schools. Safe to run again: what has not changed is left alone.',
    run: (args) => withHouse((ctx) => importSchoolsCommand(ctx, args, process)),
  },
]
