import type { Row } from '../row.ts'

/** When a pair meets, calendars, and how it goes. */
export const meeting: Record<string, Row> = {}
