/** What to do later, who should know, and letters on their way. */
export { type ClaimedJob, claim } from './claim.ts'
export { enqueue, type Job, type Letter, type Notice, notify, post, postAll } from './enqueue.ts'
export { finish } from './finish.ts'
export { countNotices, notices, readNotices } from './notices.ts'
export {
  AlreadyDone,
  answerTo,
  forgetAnswer,
  forgetOldAnswers,
  keepAnswer,
  keyOf,
  onceStore,
  type Press,
} from './once.ts'
export { type Handler, type Handlers, LEASE_MS, workOnce } from './work.ts'
