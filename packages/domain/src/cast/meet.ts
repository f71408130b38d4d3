import { addDays, type Day } from '@wirearchy/domain'
import { accept, ofPair, propose, sayHeld } from '@wirearchy/domain/meeting'
import { Propose } from '@wirearchy/domain/meeting/input'
import type { Making } from './making.ts'

/** A mentoring of two of the planned people. */
export interface Two {
  mentor: number
  mentee: number
  mentorshipId: string
}

/** One of the two offers a time and the other takes it, on a day of their own. */
export async function book(making: Making, two: Two, on: Day, bookedOn: Day) {
  const { mentorshipId } = two
  const mentor = making.as(two.mentor, bookedOn)
  const first = { on, at: '3:45pm' }
  await propose(mentor, Propose.parse({ mentorshipId, first, minutes: 30, way: 'online' }))
  const mentee = making.as(two.mentee, bookedOn)
  const [offered] = (await ofPair(mentee, { mentorshipId })).offered
  const timeId = offered?.times[0]?.id
  if (!offered || !timeId) throw new Error('No time was offered.')
  return accept(mentee, { mentorshipId, meetingId: offered.id, timeId })
}

/** The same, some days before; and the day after, both say that it happened. */
export async function meet(making: Making, two: Two, on: Day) {
  const { meetingId } = await book(making, two, on, addDays(on, -3))
  for (const person of [two.mentee, two.mentor])
    await sayHeld(making.as(person, addDays(on, 1)), {
      mentorshipId: two.mentorshipId,
      meetingId,
      said: 'yes',
    })
}
