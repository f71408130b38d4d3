import { backupCommands } from './backup.ts'
import type { Command } from './command.ts'
import { dataCommands } from './data.ts'
import { grantCommands } from './grant.ts'
import { historyCommands } from './history.ts'
import { importCommands } from './import-commands.ts'
import { inviteCommands } from './invite.ts'
import { mergeCommands } from './merge.ts'
import { reviewCommands } from './review/index.ts'
import { seedCommands } from './seed.ts'

/** A command's name is its usage up to the first thing to fill in. */
const nameOf = ({ usage }: Command) => /^[a-z]+( [a-z]+)?/.exec(usage)?.[0] ?? usage

/** Every command by name. */
export const commands = new Map(
  [
    ...importCommands,
    ...grantCommands,
    ...inviteCommands,
    ...reviewCommands,
    ...seedCommands,
    ...backupCommands,
    ...dataCommands,
    ...historyCommands,
    ...mergeCommands,
  ].map((command) => [nameOf(command), command]),
)
