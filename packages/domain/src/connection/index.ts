/** An explicit tie: two people who both said that they know each other, and how each keeps the other. */
export { answer } from './answer.ts'
export { ask } from './ask.ts'
export { closeBetween } from './close-between.ts'
export { end } from './end.ts'
export { list, toAnswer } from './list.ts'
export { prefer, preferenceOf } from './prefer.ts'
export { standing } from './standing.ts'
export { withdraw } from './withdraw.ts'
