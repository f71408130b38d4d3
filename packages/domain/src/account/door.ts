import type { Ctx } from '@wirearchy/domain'

/** The context of somebody at the door: beside who and when, from where and with what. */
export interface DoorCtx extends Ctx {
  /** The caller's address on the internet, for limits only; never stored with a person. */
  ip: string
  /** The browser in three words, "Firefox on Windows", for the person's own list of sessions. */
  device: string | null
  /** The session that came with the request, by its hashed id. */
  sessionId: string | null
  /** The account of that session. */
  accountId: string | null
}

/** A member with the session they came with. */
export interface SessionCtx extends DoorCtx {
  viewer: string
  sessionId: string
  accountId: string
}
