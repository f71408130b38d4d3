import { fold } from '@wirearchy/domain'
import type { Pool } from './match/pool.ts'
import type { Joined } from './who-is-in.ts'

/** Words as numbers: the same word, however it is written, is the same number; none is -1. */
function words() {
  const known = new Map<string, number>()
  return (word: string | null) => {
    const key = fold(word ?? '').trim()
    if (key === '') return -1
    if (!known.has(key)) known.set(key, known.size)
    return known.get(key) ?? -1
  }
}

type Words = ReturnType<typeof words>

/** What the people of both sides said, as numbers. */
export function sidesOf(mentees: Joined[], mentors: Joined[]): Pick<Pool, 'mentees' | 'mentors'> {
  const say = { town: words(), subject: words(), phase: words() }
  const each = (people: Joined[], of: (one: Joined) => number) => Int32Array.from(people, of)
  const several = (word: Words, own: (string | null)[]) => [...new Set(own.map(word))].filter((no) => no >= 0)
  return {
    mentees: {
      subject: each(mentees, ({ subject }) => say.subject(subject)),
      phase: each(mentees, ({ phase }) => say.phase(phase)),
      town: each(mentees, ({ town }) => say.town(town)),
    },
    mentors: {
      subjects: mentors.map(({ subject, subjects }) => several(say.subject, [subject, ...subjects])),
      phases: mentors.map(({ phase, phases }) => several(say.phase, [phase, ...phases])),
      town: each(mentors, ({ town }) => say.town(town)),
      isRemote: Uint8Array.from(mentors, ({ isRemote }) => (isRemote ? 1 : 0)),
      places: each(mentors, ({ places }) => places),
    },
  }
}
