import { type Command, withHouse } from '../command.ts'
import { reviewCommand } from './changes.ts'
import { toldCommand } from './told.ts'

export const reviewCommands: Command[] = [
  {
    usage: 'schools review [show|apply|reject|undo ID …]',
    does: 'Changes of schools that the rules leave open: lists them, shows one, decides, takes back.',
    run: (args) => withHouse((ctx) => reviewCommand(ctx, args, process)),
  },
  {
    usage: 'schools told [show|decide|undo ID …]',
    does: 'Schools that members told of by name: lists them, shows one, says what it is, takes that back.',
    run: (args) => withHouse((ctx) => toldCommand(ctx, args, process)),
  },
]
