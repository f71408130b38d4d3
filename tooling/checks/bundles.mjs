// What a browser has to fetch: no schema or SQL library, and no page heavier than a school's slow line allows.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { root } from '../setup/machine.mjs'
import { finish } from './finish.mjs'

const budget = { script: 100_000, style: 10_000, fonts: 54_000 }
const strangers = {
  zod: /\$ZodType|ZodError/,
  drizzle: /drizzle:entityKind/,
  'better-sqlite3': /better_sqlite3/,
}

const client = join(root, 'apps', 'web', 'build', 'client')
const assets = readdirSync(join(client, 'assets'))
const sizes = new Map(assets.map((name) => [name, sizeOf(join(client, 'assets', name))]))
const routes = readRoutes()
const heaviest = Math.max(...routes.map((route) => route.script))
const heaviestStyle = Math.max(...routes.map((route) => route.style))
const fonts = sum(assets.filter((name) => name.endsWith('.woff2')))

finish(
  [...strangersFound(), ...routes.flatMap(tooHeavy), ...fontsTooHeavy()],
  `heaviest page ${kb(heaviest)} of script, ${kb(heaviestStyle)} of style; fonts ${kb(fonts)}`,
)

function strangersFound() {
  return assets
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => {
      const text = readFileSync(join(client, 'assets', name), 'utf8')
      return Object.keys(strangers)
        .filter((library) => strangers[library].test(text))
        .map((library) => `${name}: ${library} has reached the browser`)
    })
}

/** Each route with what it loads the first time: the entry, itself and every route around it. */
function readRoutes() {
  const name = assets.find((asset) => /^manifest-.*\.js$/.test(asset))
  const { entry, routes } = JSON.parse(
    readFileSync(join(client, 'assets', name), 'utf8')
      .replace(/^window\.__remixManifest=/, '')
      .replace(/;\s*$/, ''),
  )
  return Object.values(routes).map((route) => {
    const parts = [entry]
    for (let at = route; at; at = routes[at.parentId]) parts.push(at)
    const script = sum(parts.flatMap((part) => [part.module, ...(part.imports ?? [])]))
    return {
      id: route.id,
      script,
      style: sum(parts.flatMap((part) => [...(part.css ?? []), ...linkedStyles()])),
    }
  })
}

/** Styles linked by address (`?url`) stand in no manifest: every page may ask for them. */
function linkedStyles() {
  return assets.filter((name) => name.endsWith('.css'))
}

function tooHeavy({ id, script, style }) {
  return [
    ...(script > budget.script
      ? [`${id} loads ${kb(script)} of script; ${kb(budget.script)} is the most`]
      : []),
    ...(style > budget.style ? [`${id} loads ${kb(style)} of style; ${kb(budget.style)} is the most`] : []),
  ]
}

function fontsTooHeavy() {
  return fonts > budget.fonts ? [`the fonts weigh ${kb(fonts)}; ${kb(budget.fonts)} is the most`] : []
}

/** The weight of different files, each once, as sent. */
function sum(paths) {
  const names = new Set(paths.map((path) => path.split('/').pop()))
  return [...names].reduce((total, name) => total + (sizes.get(name) ?? 0), 0)
}

/** Bytes as sent: brotli for text, as they are for fonts and pictures. */
function sizeOf(path) {
  const bytes = readFileSync(path)
  return /\.(js|css|svg)$/.test(path) ? brotliCompressSync(bytes).length : bytes.length
}

function kb(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`
}
