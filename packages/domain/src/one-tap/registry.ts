import type { Act } from './act.ts'
import { answerConnection } from './acts/connection.ts'
import { acceptTime, sayWhetherHeld } from './acts/meeting.ts'
import { finishWell, keepMentoring } from './acts/mentoring.ts'
import { acceptRequest, declineRequest } from './acts/request.ts'

/** Everything that a button in a letter can do; nothing else can be done without signing in. */
const ACTS = new Map<string, Act>([
  ['connection.answer', answerConnection],
  ['meeting.accept', acceptTime],
  ['meeting.held', sayWhetherHeld],
  ['mentoring.finish', finishWell],
  ['mentoring.keep', keepMentoring],
  ['request.accept', acceptRequest],
  ['request.decline', declineRequest],
])

/** The act of a name; null when we do not offer it any more. */
export const actNamed = (name: string): Act | null => ACTS.get(name) ?? null
