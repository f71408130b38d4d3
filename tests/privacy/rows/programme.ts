import type { Row } from '../row.ts'

/** A group’s or a school’s mentoring, matched in one go. */
export const programme: Record<string, Row> = {}
