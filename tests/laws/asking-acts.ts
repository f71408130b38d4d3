import { and, eq, inArray, mentoringAsks, mentoringRequests } from '@wirearchy/db'
import { addDays, Problem } from '@wirearchy/domain'
import { closeOffer, keepApart, pauseOffer, resumeOffer } from '@wirearchy/domain/mentoring'
import { endPause, startPause } from '@wirearchy/domain/person'
import {
  accept,
  answerMentor,
  askFirst,
  askOthers,
  changeUnit,
  decline,
  declineAndPause,
  requestsToMe,
  send,
  withdraw,
} from '@wirearchy/domain/request'
import { Send } from '@wirearchy/domain/request/input'
import { block } from '@wirearchy/domain/safety'
import { type AskingWorld, someOf } from './asking-world.ts'
import { any } from './dice.ts'

type Act = (w: AskingWorld) => Promise<unknown>

/** A turn that waits for somebody. */
async function someTurn({ house, dice }: AskingWorld, state: 'asked' | 'question' | 'passed') {
  const rows = await house.store.read
    .select({
      requestId: mentoringAsks.requestId,
      mentorId: mentoringAsks.mentorId,
      askerId: mentoringRequests.askerId,
    })
    .from(mentoringAsks)
    .innerJoin(mentoringRequests, eq(mentoringRequests.id, mentoringAsks.requestId))
    .where(and(eq(mentoringAsks.state, state), eq(mentoringRequests.state, 'open')))
  return rows.length > 0 ? any(dice, rows) : null
}

async function someRequest({ house, dice }: AskingWorld) {
  const open = inArray(mentoringRequests.state, ['open'])
  const rows = await house.store.read.select().from(mentoringRequests).where(open)
  return rows.length > 0 ? any(dice, rows) : null
}

const someone = ({ dice, people }: AskingWorld) => ({
  asker: any(dice, people.askers),
  mentor: any(dice, people.mentors),
})

/** What people do about requests, each as often as it stands here. */
const ACTS: Record<string, Act> = {
  send: async (w) => {
    const { asker } = someone(w)
    const mentorIds = someOf(w.dice, w.reach.get(asker) ?? [], w.dice.below(4))
    const input = Send.parse({ unit: any(w.dice, w.units), need: 'Where do I begin?', mentorIds })
    return send(w.as(asker), input)
  },
  accept: (w) => onTurn(w, 'asked', (mentor, at) => accept(w.as(mentor), at)),
  acceptLate: (w) => onTurn(w, 'passed', (mentor, at) => accept(w.as(mentor), at)),
  decline: (w) => onTurn(w, 'asked', (mentor, at) => decline(w.as(mentor), at)),
  declineAndPause: (w) =>
    onTurn(w, 'asked', (mentor, at) =>
      declineAndPause(w.as(mentor), { ...at, until: addDays(w.as(mentor).today, 1 + w.dice.below(30)) }),
    ),
  askFirst: (w) =>
    onTurn(w, 'asked', (mentor, at) => askFirst(w.as(mentor), { ...at, question: 'Which year?' })),
  answer: async (w) => {
    const turn = await someTurn(w, 'question')
    return turn && answerMentor(w.as(turn.askerId), { requestId: turn.requestId, answer: 'Year 8.' })
  },
  fromTheList: async (w) => {
    const { mentor } = someone(w)
    const [first] = (await requestsToMe(w.as(mentor))).onTheList
    if (!first) return null
    const { requestId } = first
    if (w.dice.chance(0.4)) return askFirst(w.as(mentor), { requestId, question: 'Which subject?' })
    return w.dice.chance(0.5) ? accept(w.as(mentor), { requestId }) : decline(w.as(mentor), { requestId })
  },
  withdraw: async (w) => {
    const request = await someRequest(w)
    return request && w.dice.chance(0.2) && withdraw(w.as(request.askerId), { requestId: request.id })
  },
  askOthers: async (w) => {
    const request = await someRequest(w)
    if (!request) return null
    const mentorIds = someOf(w.dice, w.reach.get(request.askerId) ?? [], 1)
    return askOthers(w.as(request.askerId), { requestId: request.id, mentorIds })
  },
  changeUnit: async (w) => {
    const request = await someRequest(w)
    return (
      request &&
      w.dice.chance(0.2) &&
      changeUnit(w.as(request.askerId), { requestId: request.id, unit: any(w.dice, w.units) })
    )
  },
  pause: (w) => {
    const ctx = w.as(someone(w).mentor)
    return pauseOffer(ctx, { until: addDays(ctx.today, 1 + w.dice.below(20)) })
  },
  resume: (w) => resumeOffer(w.as(someone(w).mentor)),
  close: async (w) => w.dice.chance(0.1) && closeOffer(w.as(someone(w).mentor)),
  goAway: (w) => {
    const ctx = w.as(someone(w).mentor)
    return startPause(ctx, { startedOn: ctx.today, expectedReturnOn: null, audience: 'only_me' })
  },
  comeBack: (w) => {
    const ctx = w.as(someone(w).mentor)
    return endPause(ctx, { finishedOn: ctx.today })
  },
  block: async (w) => {
    const turn = await someTurn(w, 'asked')
    return turn && w.dice.chance(0.3) && block(w.as(turn.mentorId), { personId: turn.askerId })
  },
  keepApart: async (w) => {
    const turn = await someTurn(w, 'asked')
    return (
      turn && w.dice.chance(0.3) && keepApart(w.as(turn.askerId), { personId: turn.mentorId, why: 'dispute' })
    )
  },
}

async function onTurn(
  w: AskingWorld,
  state: 'asked' | 'passed',
  act: (mentorId: string, at: { requestId: string }) => Promise<unknown>,
) {
  const turn = await someTurn(w, state)
  return turn && act(turn.mentorId, { requestId: turn.requestId })
}

/** More is asked than answered, so that clocks run out; and who went away comes back. */
const OFTEN = ['send', 'answer', 'resume', 'comeBack'] as const
const more = OFTEN.flatMap((name) => [name, name, name])
const NAMES = [...Object.keys(ACTS), ...more, 'send', 'send', 'send']

/** Something that somebody does; a refusal that they can read is an answer too. @returns what, and whether it went through */
export async function doSomething(w: AskingWorld): Promise<string | null> {
  const name = any(w.dice, NAMES)
  try {
    await ACTS[name]?.(w)
    return name
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
