import { addDays } from '@wirearchy/domain'
import { saveOffer } from '@wirearchy/domain/mentoring'
import { SaveOffer, TOPIC_KEYS } from '@wirearchy/domain/mentoring/input'
import type { Making } from './making.ts'

const EVERY = 5
const LINES = [
  'I remember my first term well, and how much one answer helped.',
  'Ask me about anything that did not go as planned.',
  undefined,
]

/** In every training group some offer a question or a call, so that whoever asks has people to choose from. */
export async function whoHelps(making: Making) {
  const { ctx, plan } = making
  const on = addDays(ctx.today, -60)
  const helpers = new Set(
    plan.groups.flatMap(({ members }) => members.filter((_, n) => n % EVERY === EVERY - 1)),
  )
  for (const [n, person] of [...helpers].entries()) {
    const topics = [0, 4, 8].map((step) => TOPIC_KEYS[(n + step) % TOPIC_KEYS.length])
    const how = { phases: ['secondary'], ways: n % 2 ? ['online'] : ['online', 'phone'], noticeHours: 24 }
    const places = { question: 1 + (n % 2), call: n % 3, half_term: n % 4 === 0 ? 1 : 0, year: 0 }
    await saveOffer(
      making.as(person, on),
      SaveOffer.parse({ ...how, topics, places, note: LINES[n % LINES.length] }),
    )
  }
}
