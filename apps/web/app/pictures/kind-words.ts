import type { Kind } from './network-layout.ts'

/** What each kind of line is called under the drawing. */
export const kindWords: Record<Kind, string> = {
  group: 'Trained together',
  mentoring: 'Mentoring',
  school: 'Same school',
  connection: 'Connected',
}
