/** How people hear of things: notices and letters, how soon each kind may come, and when it must wait. */
export { oneTap, type Tap, tapId } from './one-tap.ts'
export { type News, tell } from './tell.ts'
