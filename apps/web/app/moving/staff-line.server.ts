import type { LoaderFunctionArgs } from '@remix-run/node'
import { ask, notFound } from '../attempt.server.ts'

/** One live member of a school's staff and all of them, for the pages of its lead. */
export async function staffLine(args: LoaderFunctionArgs) {
  const { ref = '', stintId } = args.params
  const { school, lines } = await ask(args, (api) => api.stint.staff({ ref }))
  const line = lines.find((one) => one.stintId === stintId)
  if (!line) throw notFound()
  return { school, line, lines }
}
