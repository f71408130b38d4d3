import { sql } from '@wirearchy/db'
import { addDays } from '@wirearchy/domain'
import { addHours, saveOffer } from '@wirearchy/domain/mentoring'
import { SaveOffer } from '@wirearchy/domain/mentoring/input'
import { accept, askFirst, decline, send, withdraw } from '@wirearchy/domain/request'
import { Send } from '@wirearchy/domain/request/input'
import { finishMentoring } from '@wirearchy/domain/space'
import { Finish } from '@wirearchy/domain/space/input'
import { idOf, type Making, who } from './making.ts'

/** Offers with hours, requests that wait for an answer, and some that had theirs. */
export async function askingAndAnswering(making: Making) {
  await offers(making)
  await requestsThatWait(making)
  await requestsOfLate(making)
}

const ONE_OR_TWO = { question: 2, call: 2, half_term: 1, year: 0 }
const MANY = { question: 6, call: 4, half_term: 1, year: 0 }

/** Tom and Sam have offered for a while; Asha, new herself, answers a question now and then. */
async function offers(making: Making) {
  const { ctx } = making
  const long = addDays(ctx.today, -90)
  const physics = { subjects: ['Physics'], phases: ['secondary'], ways: ['online', 'phone'], noticeHours: 24 }
  const tom = making.as(who(making, 'tom'), long)
  const note = 'Practicals with big classes are what I like best.'
  const topics = ['behaviour', 'marking', 'workload', 'induction']
  await saveOffer(tom, SaveOffer.parse({ ...physics, topics, places: ONE_OR_TWO, note }))
  await addHours(tom, { weekday: 4, startMinute: 930, endMinute: 990, way: 'online' })
  await addHours(tom, { weekday: 2, startMinute: 480, endMinute: 510, way: 'phone' })
  const maths = { ...physics, subjects: ['Mathematics'] }
  const sam = making.as(who(making, 'sam'), long)
  await saveOffer(
    sam,
    SaveOffer.parse({ ...maths, topics: ['settling', 'next_step', 'exams'], places: MANY }),
  )
  await addHours(sam, { weekday: 3, startMinute: 960, endMinute: 1020, way: 'online' })
  const asha = making.as(who(making, 'asha'), addDays(ctx.today, -30))
  const small = { question: 2, call: 0, half_term: 0, year: 0 }
  await saveOffer(asha, SaveOffer.parse({ ...physics, topics: ['settling', 'confidence'], places: small }))
}

/** Dan asks Tom, somebody who trained with Asha asks her; and Asha's own went to a friend who could not. */
async function requestsThatWait(making: Making) {
  const { ctx, plan } = making
  const yesterday = addDays(ctx.today, -1)
  const [asha, dan] = [who(making, 'asha'), who(making, 'dan')]
  const peers = plan.groups.find(({ key }) => key === 'leeds-physics')?.members ?? []
  const [one, friend] = [peers[6] as number, peers[7] as number]
  const call = { unit: 'call', ways: ['phone'], topics: ['workload'], mentorIds: [idOf(making, 'tom')] }
  const need = 'My department changes its marking policy again. How do I say that I cannot keep up?'
  await send(making.as(dan, yesterday), Send.parse({ ...call, need }))
  const question = { unit: 'question', topics: ['settling'], ways: ['online'] }
  const ofAsha = 'What did you ask for in your first week at the new school?'
  await send(
    making.as(one, yesterday),
    Send.parse({ ...question, need: ofAsha, mentorIds: [idOf(making, 'asha')] }),
  )
  const few = { question: 1, call: 0, half_term: 0, year: 0 }
  const offer = { topics: ['settling', 'exams'], ways: ['online'], noticeHours: 24, places: few }
  await saveOffer(making.as(friend, addDays(ctx.today, -30)), SaveOffer.parse(offer))
  const mentorIds = [making.people[friend] as string]
  const ofFriend = 'How do you revise circuits with a class that missed half of Year 10?'
  const { requestId } = await send(
    making.as(asha, addDays(ctx.today, -4)),
    Send.parse({ ...question, topics: ['exams'], need: ofFriend, mentorIds }),
  )
  await decline(making.as(friend, addDays(ctx.today, -3)), { requestId })
}

const LATELY = 8
const QUESTIONS = [
  'How did you choose between two posts?',
  'What would you ask before saying yes to a form group?',
  'Which exam board did you find kinder to start with?',
  'How do you keep a lunch break?',
]

/** People whom Sam knows asked him one thing each; he answered within days, the last one with a question first. */
async function requestsOfLate(making: Making) {
  const { ctx } = making
  const sam = who(making, 'sam')
  const known = await ctx.store.read.rows<{ id: string }>(sql`
    select case when c.person_lo = ${idOf(making, 'sam')} then c.person_hi else c.person_lo end as id
    from connections c where ${idOf(making, 'sam')} in (c.person_lo, c.person_hi) and c.finished_on is null
    order by c.no limit ${LATELY}`)
  for (const [n, { id }] of known.entries()) {
    const asker = making.people.indexOf(id)
    const day = addDays(ctx.today, n === known.length - 1 ? -2 : -7 * (n + 1))
    const asked = {
      unit: 'question',
      topics: ['next_step'],
      ways: ['online'],
      mentorIds: [idOf(making, 'sam')],
    }
    const need = QUESTIONS[n % QUESTIONS.length]
    const { requestId } = await send(making.as(asker, day), Send.parse({ ...asked, need }))
    const answered = making.as(sam, addDays(day, n % 3))
    if (n === known.length - 1)
      await askFirst(making.as(sam, addDays(day, 1)), { requestId, question: 'Which of the two is nearer?' })
    else if (n % 2 === 0) await answeredWell(making, asker, await accept(answered, { requestId }), day)
    else {
      await decline(answered, { requestId })
      await withdraw(making.as(asker, addDays(day, 3)), { requestId })
    }
  }
}

/** One question is answered in a week, and thanks end it. */
async function answeredWell(
  making: Making,
  asker: number,
  { mentorshipId }: { mentorshipId: string },
  day: string,
) {
  const words = { mentorshipId, sentence: 'Thank you, that was what I needed.', thanks: 'It went well.' }
  await finishMentoring(making.as(asker, addDays(day, 5)), Finish.parse(words))
}
