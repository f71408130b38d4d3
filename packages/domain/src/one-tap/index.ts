/** Buttons in letters: what each can do, what its page says, and the one press that does it. */
export { look } from './look.ts'
export { press } from './press.ts'
