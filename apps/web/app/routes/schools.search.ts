import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { ask } from '~/attempt.server.ts'

/** The matches under a SchoolPicker, as data for its script. */
export async function loader(args: LoaderFunctionArgs) {
  const words = new URL(args.request.url).searchParams.get('q') ?? ''
  if (words.trim().length < 2) return { schools: [] }
  return { schools: await ask(args, (api) => api.school.search({ words })) }
}

export const action = () => redirect('/schools')
