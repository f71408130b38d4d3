import type { links } from '@wirearchy/db'

export type Link = typeof links.$inferSelect
/** Whether a link lets people in, or why it does not. */
export type LinkState = 'open' | 'revoked' | 'expired' | 'used_up'

export function linkState(link: Link, now: number): LinkState {
  if (link.revokedAt !== null) return 'revoked'
  if (link.expiresAt <= now) return 'expired'
  return link.maxUses !== null && link.uses >= link.maxUses ? 'used_up' : 'open'
}

/** Why a link lets nobody in, and what to do. */
export const CLOSED_LINK: Record<Exclude<LinkState, 'open'>, string> = {
  revoked: 'This link has been withdrawn. Ask whoever sent it for a new one.',
  expired: 'This link has run out. Ask whoever sent it for a new one.',
  used_up: 'As many people have joined by this link as it allows. Ask whoever sent it for a new one.',
}
