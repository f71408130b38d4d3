import { faultOf } from '@wirearchy/db'

/** A fault of ours, for us, under the number that the person was told: where it was, and no word of what it was about. */
export const logFault = (error: unknown, requestId?: string) =>
  console.error(JSON.stringify({ level: 'error', requestId, ...faultOf(error) }))

/** A fault that nothing caught ends this process, as it must, and the log has no word of what it was about. */
export const endPlainly = () =>
  process.once('uncaughtException', (error) => {
    logFault(error)
    process.exit(1)
  })
