import type { LoaderFunctionArgs } from '@remix-run/node'
import { ask } from '~/attempt.server.ts'
import { schoolOptions } from '~/school-choice.server.ts'

/** The matches under a SchoolPicker, as data for its script. */
export async function loader(args: LoaderFunctionArgs) {
  const words = new URL(args.request.url).searchParams.get('q') ?? ''
  return { words, schools: await ask(args, (api) => schoolOptions(api, words)) }
}
