import type { Row } from '../row.ts'

/** What somebody offers, and whom somebody may ask. */
export const mentoring: Record<string, Row> = {}
