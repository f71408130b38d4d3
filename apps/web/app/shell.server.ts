import { randomUUID } from 'node:crypto'
import type { LoadContext } from '../load-context.ts'
import type { Shell } from './shell.ts'

/** The shell's facts for this request. */
export function shellOf({ viewer, theme, demo, flash, requestId, refused }: LoadContext): Shell {
  return { viewer, display: theme, demo, flash, formKey: randomUUID(), requestId, refused: refused ?? false }
}
