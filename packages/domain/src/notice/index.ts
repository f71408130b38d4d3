/** How people hear of things: notices and letters, how soon each kind may come, and when it must wait. */
export { type News, tell } from './tell.ts'
