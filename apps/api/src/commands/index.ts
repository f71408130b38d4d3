import { backupCommands } from './backup.ts'
import type { Command } from './command.ts'
import { dataCommands } from './data.ts'
import { grantCommands } from './grant.ts'
import { importCommands } from './import-schools-command.ts'
import { inviteCommands } from './invite.ts'
import { seedCommands } from './seed.ts'

/** A command's name is its usage up to the first thing to fill in. */
const nameOf = ({ usage }: Command) => /^[a-z]+( [a-z]+)?/.exec(usage)?.[0] ?? usage

/** Every command by name. */
export const commands = new Map(
  [
    ...importCommands,
    ...grantCommands,
    ...inviteCommands,
    ...seedCommands,
    ...backupCommands,
    ...dataCommands,
  ].map((command) => [nameOf(command), command]),
)
