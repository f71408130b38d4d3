import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import express, { type RequestHandler, type Response, Router } from 'express'

const YEAR = '365d'
const HOUR = '1h'

/**
 * Answers the built files: /assets for a year, since their names change with their content, and the few at the top by
 * name, so that asking for a page touches no disk. Brotli where the build left it and the browser takes it.
 */
export function staticFiles(folder: string): RequestHandler {
  const assets = join(folder, 'assets')
  const router = Router()
  router.use('/assets', packed(assets))
  router.use(
    '/assets',
    express.static(assets, { immutable: true, maxAge: YEAR, fallthrough: true, index: false }),
  )
  router.use('/assets', (_req, res) => void res.status(404).end())
  const top = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.startsWith('.'),
  )
  for (const { name } of top)
    router.get(`/${name}`, (_req, res) => res.sendFile(join(folder, name), { maxAge: HOUR }))
  return router
}

/** The names of what may be packed are known at the start; anything else goes on. */
function packed(assets: string): RequestHandler {
  const names = new Set(existsSync(assets) ? readdirSync(assets) : [])
  return (req, res, next) => {
    const name = req.path.slice(1)
    if (!names.has(`${name}.br`) || !req.acceptsEncodings('br')) return next()
    sayPacked(res, name)
    res.sendFile(join(assets, `${name}.br`), { immutable: true, maxAge: YEAR })
  }
}

function sayPacked(res: Response, name: string) {
  res.setHeader('content-encoding', 'br')
  res.setHeader('vary', 'accept-encoding')
  res.type(name.endsWith('.css') ? 'text/css' : 'text/javascript')
}
