import type { Api } from '@wirearchy/api/router'

/** What a pair's page gets of their meetings. */
export type PairsMeetings = Awaited<ReturnType<Api['meeting']['ofPair']>>
export type Slot = Awaited<ReturnType<Api['meeting']['slots']>>[number]
export type OneMeeting = Awaited<ReturnType<Api['meeting']['one']>>
/** A day and a time to begin a form with. */
export type Again = { on?: string; at?: string }
