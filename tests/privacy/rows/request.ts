import type { Row } from '../row.ts'

/** Asking for support, and answering. */
export const request: Record<string, Row> = {}
