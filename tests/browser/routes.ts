import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './house.ts'

/** Files that answer with data or turn everybody away, and the pages of an invitation, which only a letter opens. */
const NOT_READ = new Set(['$', 'schools.search'])
const files = readdirSync(join(root, 'apps', 'web', 'app', 'routes'))

/** Every page there is, as the pattern of its address: /people/:id/block. */
export const PAGES: readonly string[] = files
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => file.replace(/\.tsx$/, ''))
  .filter((name) => !NOT_READ.has(name))
  .map(
    (name) =>
      `/${name
        .replace(/\.?_index$/, '')
        .replaceAll('.', '/')
        .replaceAll('$', ':')}`,
  )

const matchers = PAGES.map((pattern) => ({
  pattern,
  matches: new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}/?$`),
  fixed: pattern.replace(/:\w+/g, '').length,
}))

/** Which page an address is; the most exact one when several fit, as /groups/new does. */
export function pageAt(path: string): string | undefined {
  const [best] = matchers.filter(({ matches }) => matches.test(path)).sort((a, b) => b.fixed - a.fixed)
  return best?.pattern
}
