import type { LoaderFunctionArgs } from '@remix-run/node'
import { ask, signedIn } from '~/attempt.server.ts'

/** The rows of a list that were not taken, as a file to mend and upload again. */
export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const { slug = '', importId = '' } = args.params
  const { csv, fileName } = await ask(args, (api) => api.seat.failedRows({ slug, importId }))
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  })
}
