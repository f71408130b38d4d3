import { setTimeout as rest } from 'node:timers/promises'
import type { Ctx } from '@wirearchy/domain'
import { changesByRef } from './changes-of-register.ts'
import { classify, type Proposal } from './classify.ts'
import { noteClosures, noteReopenings } from './closures.ts'
import { followPeople } from './follow-people.ts'
import { isKnown, keepProposal, type Outcome } from './propose.ts'
import { readRegister } from './register.ts'
import { keepVanished } from './vanished.ts'

/** How many school changes came to stand, how many wait for a person now, and how many were as before. */
export interface Followed {
  applied: number
  needsReview: number
  unchanged: number
}

export interface FollowProgress {
  stage: 'changes'
  done: number
  total: number
}

interface Asked {
  /** The import that brought the news. */
  importId?: string
  onProgress?: (progress: FollowProgress) => void
}

/** A turn of writing takes about so long; others write between two. */
const A_TURN_MS = 25
const REST_MS = 4

/**
 * Works out from the register's rows and links what happened to schools, applies what the rules allow and puts the
 * rest to somebody; then carries people along. In short transactions: cut off at any moment, the next run goes on.
 * Run again with nothing new, it writes nothing.
 */
export async function followRegister(asked: Ctx, { importId, onProgress }: Asked = {}): Promise<Followed> {
  const ctx: Ctx = { ...asked, viewer: null, actor: asked.actor === 'person' ? 'system' : asked.actor }
  const register = await readRegister(ctx.store.read, ctx.today)
  const known = await changesByRef(ctx.store.read)
  const proposals = classify(register).sort(inOrder)
  const news = proposals.filter((proposal) => !isKnown(proposal, known.get(proposal.fromRef) ?? []))
  const counts = { applied: 0, needsReview: 0, unchanged: proposals.length - news.length }
  await inTurns(ctx, news, importId ?? null, (outcomes, done) => {
    for (const outcome of outcomes) counts[outcome] += 1
    onProgress?.({ stage: 'changes', done, total: news.length })
  })
  counts.needsReview += await keepVanished(ctx, known, proposals)
  counts.applied += await noteReopenings(ctx)
  counts.needsReview += await noteClosures(ctx, importId ?? null)
  await followPeople(ctx)
  return counts
}

/** The earliest first, so that a school that changed twice goes through both in order. */
const inOrder = (one: Proposal, other: Proposal) => (keyOf(one) < keyOf(other) ? -1 : 1)
const keyOf = ({ lastDay, fromRef }: Proposal) => `${lastDay ?? '9999'} ${fromRef}`

async function inTurns(
  ctx: Ctx,
  news: Proposal[],
  importId: string | null,
  told: (outcomes: Outcome[], done: number) => void,
) {
  for (let at = 0; at < news.length; await rest(REST_MS)) {
    const outcomes = await ctx.store.tx(async (tx) => {
      const done: Outcome[] = []
      const began = performance.now()
      for (const proposal of news.slice(at)) {
        done.push(await keepProposal(tx, ctx, proposal, importId))
        if (performance.now() - began > A_TURN_MS) break
      }
      return done
    })
    at += outcomes.length
    told(outcomes, at)
  }
}
