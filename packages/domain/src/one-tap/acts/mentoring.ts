import { finishMentoring, spaceOf } from '@wirearchy/domain/space'
import { Finish } from '@wirearchy/domain/space/input'
import { endedMentorship, keepAsInformalMentor } from '@wirearchy/domain/stint'
import { MentorshipRef } from '@wirearchy/domain/stint/input'
import type { Act, Input } from '../act.ts'

const ref = ({ mentorshipId }: Input) => MentorshipRef.parse({ mentorshipId })
const SENTENCE = 'Thank you for the time we had.'

/** To go on between the two after a school's mentoring ended with a move. */
export const keepMentoring: Act = {
  title: async (ctx, input) => {
    const { goesOn, isEndedByHand, isMentor, name } = await endedMentorship(ctx, ref(input))
    if (goesOn || isEndedByHand) return null
    return isMentor ? `Keep mentoring ${name}` : `Keep ${name} as your mentor`
  },
  button: () => 'Keep going',
  run: async (ctx, input) => {
    await keepAsInformalMentor(ctx, ref(input))
    return 'You keep going, from one to the other. No school is in it.'
  },
  page: ({ mentorshipId }) => `/mentoring/${mentorshipId}/keep`,
}

/** To end well, with a sentence of thanks. */
export const finishWell: Act = {
  title: async (ctx, input) => {
    const { isOver, other } = await spaceOf(ctx, ref(input))
    return isOver ? null : `End your mentoring with ${other.name}, with thanks. You stay tied.`
  },
  button: () => 'End it with thanks',
  run: async (ctx, input) => {
    await finishMentoring(ctx, Finish.parse({ ...ref(input), sentence: SENTENCE }))
    return 'It has ended, with thanks. You stay tied, and what you wrote together stays yours.'
  },
  page: ({ mentorshipId }) => `/mentoring/${mentorshipId}/finish`,
}
