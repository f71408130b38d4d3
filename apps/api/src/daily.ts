import type { Ctx } from '@wirearchy/domain'
import { daily } from '@wirearchy/domain/account'
import { remindPairs } from '@wirearchy/domain/coordination'
import { tellNextMentors } from '@wirearchy/domain/handover'
import { askHowItGoes, sweepMeetings } from '@wirearchy/domain/meeting'
import { forgetOldTaps, wakeDigests, wakeLetters } from '@wirearchy/domain/notice'
import { settleRequests, tellOfOpenList } from '@wirearchy/domain/request'
import { closeOverdue, followRegister } from '@wirearchy/domain/school-change'
import { forgetOldLists } from '@wirearchy/domain/seat'
import { settleClaims } from '@wirearchy/domain/stint'

type Step = (ctx: Ctx) => Promise<unknown>

const STEPS: Step[] = [
  (ctx) => ctx.store.tx((tx) => daily(tx, ctx)),
  ...[settleClaims, followRegister, closeOverdue, forgetOldLists],
  ...[
    settleRequests,
    tellOfOpenList,
    sweepMeetings,
    (ctx: Ctx) => askHowItGoes(ctx),
    tellNextMentors,
    remindPairs,
    wakeDigests,
    wakeLetters,
    forgetOldTaps,
  ],
]

/**
 * What is done once a day, in this order. A fault in one step holds up no other, for people wait for each: it is thrown
 * at the end, and the job comes back.
 */
export async function everyDay(ctx: Ctx, steps: Step[] = STEPS) {
  const faults: unknown[] = []
  for (const step of steps) await step(ctx).catch((fault) => faults.push(fault))
  if (faults.length > 0) throw faults[0]
}
