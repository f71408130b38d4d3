import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { PROCEDURES } from './procedures.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const sourcesIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|node_modules|(^|\/)(build|dist)\//.test(name))
    .map((name) => join(folder, name))

/** Whoever adds one adds who may hear what on it, tried as everybody, before this may name it. */
it('has no stream on which anything of anybody could be heard', () => {
  expect(PROCEDURES.filter(({ type }) => type === 'subscription')).toEqual([])
  const sources = ['apps/api/src', 'apps/web/app', 'apps/web/server.ts'].flatMap((place) =>
    place.endsWith('.ts') ? [place] : sourcesIn(place),
  )
  expect(sources.length).toBeGreaterThan(200)
  const streaming = sources.filter((name) =>
    /event-stream|EventSource|WebSocket\b|httpSubscriptionLink/.test(readFileSync(join(ROOT, name), 'utf8')),
  )
  /** The rules for pages' scripts let Vite talk to them while they are written. */
  expect(streaming).toEqual(['apps/api/src/guard/headers.ts'])
})
