import type { ToldAct, ToldHistory, ToldSpan } from '@wirearchy/domain/ledger'
import { isByHand } from '@wirearchy/domain/stint'

/** What somebody does in, or for, their mentoring. That it was done is theirs, as its words are. */
const THEIRS =
  /^(agreement|apart|check_in|ending|feed|goal|handover|hours|meeting|note|offer|request|step)\.|^mentorship\.nudged$/

/**
 * A history without what two people make of their mentoring: no operator learns who mentors whom by their own choice,
 * who asked, met or wrote when, nor which of the two ended it. What a school arranged stays, with its days.
 */
export const withoutMentoring = ({ acts, spans }: ToldHistory): ToldHistory => ({
  acts: acts.filter((act) => !THEIRS.test(act.type) && !isEndedUnbegun(act) && !act.spans.some(isTheirs)),
  spans: spans
    .filter((span) => !isOwn(span))
    .map((span) => (isEndedByThem(span) ? { ...span, endReason: null } : span)),
})

const isOwn = ({ of, kind }: ToldSpan) => of === 'mentorship' && kind === 'informal'
const isEndedByThem = ({ of, endReason }: ToldSpan) =>
  of === 'mentorship' && isByHand({ endReason: endReason === null ? null : String(endReason) })
const isTheirs = (span: ToldSpan) => isOwn(span) || isEndedByThem(span)

/** One of the two took back what had not begun. */
const isEndedUnbegun = ({ type, after }: ToldAct) =>
  type === 'mentorship.voided' && String(after?.reason).startsWith('ended_by_')
