/** What to do later, who should know, and letters on their way. */
export { enqueue, type Job, type Letter, type Notice, notify, post } from './enqueue.ts'
