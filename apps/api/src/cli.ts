import { commands } from './commands/index.ts'
import { keepFilesToOurselves } from './own-files.ts'

/** `wirearchy <command>`: what is done from a terminal or by a timer, with the same settings as the server. */
async function main([first = 'help', second, ...rest]: string[]): Promise<number> {
  const command = commands.get(`${first} ${second ?? ''}`.trim()) ?? commands.get(first)
  if (!command) {
    console.error(`There is no command "${[first, second].filter(Boolean).join(' ')}".\n\n${help()}`)
    return 2
  }
  const isOneWord = commands.get(first) === command
  const args = isOneWord ? [second, ...rest].filter((word) => word !== undefined) : rest
  if (args.includes('--help')) {
    console.log(`wirearchy ${command.usage}\n${command.does}`)
    return 0
  }
  return command.run(args)
}

function help() {
  const lines = [...commands.values()].map(({ usage, does }) => `  wirearchy ${usage}\n      ${does}`)
  return `Wirearchy, from the terminal:\n\n${lines.join('\n')}`
}

keepFilesToOurselves()
if (['help', '--help', '-h', undefined].includes(process.argv[2])) {
  console.log(help())
} else {
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code
    },
    (error: Error) => {
      console.error(error.message)
      process.exitCode = 2
    },
  )
}
