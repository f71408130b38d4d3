/** The kinds of tie, as bits, so that several between two people add up to one mask. */
export const GROUP = 1
export const NEARBY = 2
export const MENTOR = 4
export const CONNECTION = 8

/** Kinds by which two people know each other; NEARBY alone never says so. */
export const KNOWN = GROUP | MENTOR | CONNECTION
export const ANY = KNOWN | NEARBY

/** The last day of what has not ended: a day number above every real day (days since 2000-01-01). */
export const OPEN = 0xffff
