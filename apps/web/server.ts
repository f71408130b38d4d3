// The one process: the guard in front, then /trpc, then files, then the pages. The only web file that runs the API.
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import {
  type App,
  createApp,
  type Env,
  endPlainly,
  harden,
  keepFilesToOurselves,
  logFault,
  readEnv,
  stopOn,
} from '@wirearchy/api'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { readDisplay } from './app/display.ts'
import { readFlash } from './app/flash.ts'
import type { LoadContext } from './load-context.ts'
import { staticFiles } from './static-files.ts'

const HEADERS_AT_MOST = 16 * 1024

try {
  keepFilesToOurselves()
  await serve(readEnv())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** Boots the house and answers until it is told to stop. */
async function serve(env: Env) {
  const app = await createApp(env)
  void app.indexStands.then(() => app.house.index && console.log('The index of the network stands'))
  const server = harden(createServer({ maxHeaderSize: HEADERS_AT_MOST }, await makeSite(app)))
  server.listen(env.port, () => {
    endPlainly()
    app.startJobs()
    console.log(`Wirearchy is at ${env.origin}`)
  })
  stopOn(server, app)
}

async function makeSite(app: App): Promise<Express> {
  const site = express().disable('x-powered-by').disable('etag').set('query parser', 'simple')
  site.use(app.guard)
  site.use('/trpc', app.trpc)
  const { build, middlewares } = await pagesOf(app.env)
  for (const middleware of middlewares) site.use(middleware)
  const mode = app.env.development ? 'development' : 'production'
  site.all(
    '*',
    createRequestHandler({ build, mode, getLoadContext: (req, res) => contextFor(app, req, res) }),
  )
  return site.use(lastResort)
}

/** The pages as they were built, or, in development, as they are being written. */
async function pagesOf({ root, development }: Env) {
  const folder = join(root, 'apps', 'web')
  if (!development) {
    const path = join(folder, 'build', 'server', 'index.js')
    return {
      build: (await import(path)) as ServerBuild,
      middlewares: [staticFiles(join(folder, 'build', 'client'))],
    }
  }
  const vite = await (await import('vite')).createServer({ root: folder, server: { middlewareMode: true } })
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  return { build, middlewares: [vite.middlewares] }
}

/** What loaders and actions get: the caller and what the shell shows, from the API; looks and flash, from cookies. */
async function contextFor(app: App, req: Request, res: Response): Promise<LoadContext> {
  const page = await app.contextFor(req, res)
  const { cookie } = req.headers
  return { ...page, theme: readDisplay(cookie), flash: readFlash(cookie, page.origin) }
}

/** Something broke before a page could be drawn; the person gets words, we get the rest. */
function lastResort(error: unknown, _req: Request, res: Response, next: NextFunction) {
  logFault(error)
  if (res.headersSent) return next(error)
  res
    .status(500)
    .type('text/plain')
    .send('Sorry, there is a problem with the service. Try again in a few minutes.\n')
}
