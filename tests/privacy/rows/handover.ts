import type { Row } from '../row.ts'

/** What goes on when a move ends a school’s mentoring. */
export const handover: Record<string, Row> = {}
