import type { Row } from '../row.ts'

/** What whoever runs a programme sees of its pairs: states, never words. */
export const coordination: Record<string, Row> = {}
