/** What goes on when a move ends a school's mentoring: the page its mentee writes, and the weeks of the three. */
export { approvePage } from './approve-page.ts'
export { handoverOf } from './handover-of.ts'
export { sayWords } from './say-words.ts'
export { tellNextMentors } from './tell-next.ts'
export { writePage } from './write-page.ts'
