import type { Row } from '../row.ts'

/** What a pair makes of their mentoring, for the two alone. */
export const space: Record<string, Row> = {}
