import { inTheDemo, type Row } from '../row.ts'

/** Outside the demo none of these is there. */
export const demo: Record<string, Row> = {
  'demo.cast': inTheDemo(),
  'demo.signInAs': inTheDemo({ key: 'asha' }),
  'demo.outbox': inTheDemo({}),
  'demo.clock': inTheDemo(),
  'demo.setClock': inTheDemo({ days: 1 }),
}
