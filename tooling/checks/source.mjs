// What a reader can rely on in every source file, and no linter knows.
import { filesLike, textOf } from './files.mjs'
import { finish } from './finish.mjs'

/** A page and a half; tables of one noun stay together, and tests may tell a longer story. */
const longest = { source: 150, tables: 280, test: 300 }
const isTest = /\.(test|spec)\.tsx?$|^tests\/|\/testing(\.ts$|\/)/
const isTables = /^packages\/db\/src\/schema\//
const isTooling =
  /^tooling\/|\/(vite|vitest|drizzle|playwright)\.config\.ts$|\/(build|generate)\.mjs$|^apps\/api\/bin\//

const rules = [
  {
    pattern: /process\.env/,
    in: (path) => !isTest.test(path) && !isTooling.test(path),
    not: /^apps\/api\/src\/env\.ts$|^packages\/db\/src\/dialect\.ts$/,
    say: 'only apps/api/src/env.ts reads process.env',
  },
  {
    pattern: /Date\.now\(|new Date\(\)|Math\.random\(/,
    in: (path) => path.startsWith('packages/domain/src/') && !isTest.test(path),
    not: /^packages\/domain\/src\/(context|day)\.ts$/,
    say: 'the clock arrives as ctx.now',
  },
  {
    pattern: /\b(TODO|FIXME|XXX)\b/,
    in: (path) => path !== 'tooling/checks/source.mjs',
    say: 'finish it or delete it',
  },
  { pattern: /\.only\(/, in: (path) => isTest.test(path), say: 'one test alone would pass for all' },
]

const files = filesLike(/\.(ts|tsx|mjs|cjs)$/)
finish(files.flatMap(findingsIn), `${files.length} files`)

function findingsIn(path) {
  const lines = textOf(path).split('\n')
  const found = rules
    .filter((rule) => rule.in(path) && !rule.not?.test(path))
    .flatMap((rule) =>
      lines.flatMap((line, index) => (rule.pattern.test(line) ? [`${path}:${index + 1} ${rule.say}`] : [])),
    )
  const most = longest[isTest.test(path) ? 'test' : isTables.test(path) ? 'tables' : 'source']
  if (lines.length > most + 1) found.push(`${path} has ${lines.length - 1} lines; ${most} is the most`)
  return found
}
