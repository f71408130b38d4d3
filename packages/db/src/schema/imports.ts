import { index, primaryKey, t, table } from '../columns.ts'
import { people } from './people.ts'

/** One run of an import: what came in, and how it ended. */
export const imports = table(
  'imports',
  {
    id: t.key().primaryKey(),
    kind: t.text().notNull(),
    fileName: t.text(),
    sha256: t.text(),
    encoding: t.text(),
    header: t.json<string[]>(),
    state: t.oneOf(['staged', 'applying', 'done', 'refused']).notNull(),
    counts: t.json<Record<string, number>>(),
    groupId: t.key(),
    byPersonId: t.key().references(() => people.id),
    startedAt: t.at().notNull(),
    finishedAt: t.at(),
  },
  (i) => [
    index('imports_kind').on(i.kind, i.startedAt),
    index('imports_group').on(i.groupId),
    index('imports_by').on(i.byPersonId),
  ],
)

/** One row of an import with its own outcome. `raw` is what was read, without anything we never store. */
export const importRows = table(
  'import_rows',
  {
    importId: t
      .key()
      .notNull()
      .references(() => imports.id),
    line: t.int().notNull(),
    ref: t.key(),
    raw: t.json<Record<string, unknown>>(),
    outcome: t.oneOf(['staged', 'created', 'updated', 'unchanged', 'needs_review', 'refused']).notNull(),
    field: t.text(),
    message: t.text(),
  },
  (r) => [
    primaryKey({ columns: [r.importId, r.line] }),
    index('import_rows_outcome').on(r.importId, r.outcome),
  ],
)
