import { inviteAsOperator } from '@wirearchy/domain/account'
import { StartSignIn } from '@wirearchy/domain/account/input'
import { type Command, withHouse } from './command.ts'

export const inviteCommands: Command[] = [
  {
    usage: 'invite EMAIL',
    does: 'Invites a person, such as the first of a new installation; prints the link that the letter holds.',
    run: ([email]) =>
      withHouse(async (ctx) => {
        const checked = StartSignIn.safeParse({ email })
        if (!checked.success) throw new Error('Name an address: wirearchy invite asha@example.com.')
        const { link } = await inviteAsOperator(ctx, checked.data)
        console.log(
          `We’ve invited ${checked.data.email}. The letter goes out while the server runs; its link is:\n${link}`,
        )
        return 0
      }),
  },
]
