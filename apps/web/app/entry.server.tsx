import { PassThrough } from 'node:stream'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { shellOf } from './shell.server.ts'
import { Nonce, ServerShell } from './shell.ts'

/** Milliseconds that slow parts of a page may take before the page goes out without them. */
export const streamTimeout = 5000

/** Draws a page. Robots get it whole; people get it as soon as its frame is ready. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
) {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady'
  return new Promise<Response>((resolve, reject) => {
    const stream = renderToPipeableStream(page(request, remix, context), {
      nonce: context.nonce,
      [ready]() {
        const body = new PassThrough()
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
        stream.pipe(body)
      },
      onShellError: reject,
      onError: context.report,
    })
    setTimeout(stream.abort, streamTimeout + 1000).unref()
  })
}

function page(request: Request, remix: EntryContext, context: AppLoadContext) {
  return (
    <ServerShell.Provider value={shellOf(context)}>
      <Nonce.Provider value={context.nonce}>
        <RemixServer context={remix} url={request.url} nonce={context.nonce} />
      </Nonce.Provider>
    </ServerShell.Provider>
  )
}

/** A bug in a loader or an action: kept for us under the number that the person was shown. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (!request.signal.aborted) context.report(error)
}
