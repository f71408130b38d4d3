import { Link } from '@remix-run/react'
import { longDay, ukTime, ukWeekDay } from '../dates.ts'

export interface MentoringThing {
  what: 'request' | 'question' | 'happened' | 'check_in' | 'meeting'
  id: string
  mentorshipId: string | null
  name: string
  at: number | null
  dueOn: string | null
}

/** What of one's mentoring waits at home: each a sentence, and one link to where it is done. */
export const mentoringTodos = (things: readonly MentoringThing[]) =>
  things.map((thing) => {
    const { text, act, to } = WORDS[thing.what](thing)
    return {
      id: `${thing.what} ${thing.id}`,
      text,
      action: (
        <Link className="btn quiet" to={to}>
          {act}
          <span className="visually-hidden">
            {' '}
            {thing.at === null && thing.what !== 'check_in' ? thing.name : `with ${thing.name}`}
          </span>
        </Link>
      ),
    }
  })

type Words = (thing: MentoringThing) => { text: string; act: string; to: string }

const WORDS: Record<MentoringThing['what'], Words> = {
  meeting: ({ id, mentorshipId, name, at }) => ({
    text: `You and ${name} meet on ${ukWeekDay(at ?? 0)} at ${ukTime(at ?? 0)}.`,
    act: 'See the meeting',
    to: `/mentoring/${mentorshipId}/meetings/${id}`,
  }),
  happened: ({ id, mentorshipId, name, at }) => ({
    text: `Did you and ${name} meet on ${ukWeekDay(at ?? 0)}?`,
    act: 'Say how it was',
    to: `/mentoring/${mentorshipId}/meetings/${id}`,
  }),
  question: ({ id, name, dueOn }) => ({
    text: `${name} would like to know something before saying yes${by(dueOn)}.`,
    act: 'Answer',
    to: `/mentoring/mine/${id}`,
  }),
  request: ({ id, name, dueOn }) => ({
    text: `${name} asks for your support. An answer is due${by(dueOn)}; a no is fine.`,
    act: 'Answer',
    to: `/mentoring/requests/${id}`,
  }),
  check_in: ({ id, mentorshipId, name }) => ({
    text: `How does it go with ${name}? Three taps, for you alone.`,
    act: 'Say how it goes',
    to: `/mentoring/${mentorshipId}/check-in/${id}`,
  }),
}

const by = (dueOn: string | null) => (dueOn ? ` by ${longDay(dueOn)}` : '')
