// Who may import whom: the arrows of the architecture, as rules. `type` imports cost nothing at run time,
// so "at run time" rules leave them out.
const tests = '\\.(test|spec)\\.tsx?$|/testing(\\.ts$|/)|vitest\\.config\\.ts$'
const atRunTime = { dependencyTypesNot: ['type-only'] }

/** One forbidden arrow. `from`/`to` are patterns of paths from the root; `but`/`except` what they leave out. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid(
      'graph-knows-nothing',
      'packages/graph is integers and typed arrays: it imports nothing but itself.',
      { path: '^packages/graph/src/', pathNot: tests },
      { pathNot: '^packages/graph/src/' },
    ),
    forbid(
      'db-knows-only-tables',
      'packages/db stands below everything of ours.',
      { path: '^packages/db/' },
      { path: '^(apps|packages/(graph|domain))/' },
    ),
    forbid(
      'domain-knows-no-transport',
      'packages/domain knows no HTTP, no React, no mail transport.',
      { path: '^packages/domain/' },
      { path: '^apps/|node_modules/(express|@remix-run|react|react-dom|@trpc|nodemailer)/' },
    ),
    forbid(
      'slices-meet-at-the-door',
      'A slice imports another only by its index.ts or input.ts.',
      { path: '^packages/domain/src/([^/]+)/.+', pathNot: tests },
      {
        path: '^packages/domain/src/[^/]+/.+',
        pathNot: ['^packages/domain/src/$1/', '^packages/domain/src/[^/]+/(index|input)\\.ts$'],
      },
    ),
    forbid(
      'tests-of-slices-meet-at-the-door',
      'A test of a slice may also use the house that another slice keeps for tests, its testing.ts.',
      { path: '^packages/domain/src/([^/]+)/.+' },
      {
        path: '^packages/domain/src/[^/]+/.+',
        pathNot: ['^packages/domain/src/$1/', '^packages/domain/src/[^/]+/(index|input|testing)\\.ts$'],
      },
    ),
    forbid(
      'api-knows-no-pages',
      'apps/api is used by the pages, never the other way round.',
      { path: '^apps/api/' },
      { path: '^apps/web/' },
    ),
    forbid(
      'pages-ask-the-api',
      'Pages read and write through context.api; from our packages they run only the inputs of the domain.',
      { path: '^apps/web/', pathNot: tests },
      { path: '^packages/', pathNot: '^packages/domain/src/[^/]+/input\\.ts$', ...atRunTime },
    ),
    forbid(
      'inputs-stay-on-the-server',
      'zod must not reach the browser: inputs are read in actions and *.server.ts.',
      { path: '^apps/web/app/', pathNot: ['\\.server\\.tsx?$', '^apps/web/app/routes/', tests] },
      { path: '^packages/domain/', ...atRunTime },
    ),
    forbid(
      'one-file-runs-the-api',
      'apps/web/server.ts alone boots the API; everything else in apps/web takes its types.',
      { path: '^apps/web/', pathNot: ['^apps/web/server\\.ts$', tests] },
      { path: '^apps/api/', ...atRunTime },
    ),
    forbid(
      'nobody-imports-tests',
      'tests/ may import anyone; nobody imports tests/.',
      { path: '^(apps|packages|tooling)/' },
      { path: '^tests/' },
    ),
    forbid(
      'nobody-imports-tooling',
      'Only build files and the command line starter use tooling/.',
      { path: '^(apps|packages|tests)/', pathNot: '/build\\.mjs$|^apps/api/bin/' },
      { path: '^tooling/' },
    ),
    forbid(
      'sql-lives-in-db',
      'drizzle and SQLite are used in packages/db; everyone else imports from @wirearchy/db.',
      { pathNot: '^packages/db/' },
      { path: 'node_modules/(drizzle-orm|drizzle-kit|better-sqlite3)/' },
    ),
    forbid(
      'products-run-without-tests',
      'Product files import no test file and no test library.',
      { path: '^(apps|packages)/', pathNot: [tests, '^packages/[^/]+/src/testing'] },
      {
        path: '\\.(test|spec)\\.tsx?$|/testing(\\.ts$|/)|node_modules/(vitest|fast-check|@playwright|smtp-server)/',
      },
    ),
    forbid(
      'no-cycles',
      'Two files that need each other are one file, or lack a third.',
      {},
      { circular: true, viaOnly: atRunTime },
    ),
    forbid(
      'no-dead-ends',
      'Every import leads somewhere.',
      {},
      { couldNotResolve: true, pathNot: '^virtual:' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build|\\.cache|test-results)/|^apps/web/\\+types' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: require('node:path').join(__dirname, 'boundaries.tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
}
