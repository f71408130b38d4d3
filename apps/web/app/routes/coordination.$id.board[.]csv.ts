import type { LoaderFunctionArgs } from '@remix-run/node'
import { ask, signedIn } from '~/attempt.server.ts'

/** How the pairs of a board stand, as a file: what the page shows and nothing more. */
export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { id = '' } = args.params
  const of = new URL(args.request.url).searchParams.get('of') === 'figures' ? 'figures' : 'pairs'
  const { csv, fileName } = await ask(args, (api) => api.coordination.file({ id, of }))
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  })
}
