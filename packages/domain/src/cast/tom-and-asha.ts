import { sql } from '@wirearchy/db'
import { addDays, type Day, dayBefore } from '@wirearchy/domain'
import { isSchoolDay } from '@wirearchy/domain/calendar'
import { writePage } from '@wirearchy/domain/handover'
import { answerCheckIn, askHowItGoes, ofPair } from '@wirearchy/domain/meeting'
import { addGoal, addNote, agree, saveAgreement, setStep } from '@wirearchy/domain/space'
import { keepAsInformalMentor } from '@wirearchy/domain/stint'
import { idOf, type Making, who } from './making.ts'
import { book, meet, type Two } from './meet.ts'

/**
 * Half a term of mentoring at the school they shared; then her move ends it, and they keep going by themselves: what
 * they wrote is there, and they meet tomorrow.
 */
export async function tomAndAsha(making: Making) {
  const { today } = making.ctx
  const two = { mentor: who(making, 'tom'), mentee: who(making, 'asha'), mentorshipId: await chapter(making) }
  await theyBegin(making, two)
  await theyMeet(making, two)
  await theyWrite(making, two)
  const asha = making.as(two.mentee, today)
  const { mentorshipId } = await keepAsInformalMentor(asha, two)
  await book(making, { ...two, mentorshipId }, addDays(today, 1), today)
  const text =
    'I know my classes’ names and my routines hold until break. Next: questions that all of Year 9 answer.'
  await writePage(making.as(two.mentee, today), { mentorshipId: two.mentorshipId, text, rev: 0 })
}

/** Their first meeting, on a school day some weeks ago; on the next one she says, for herself, how it goes. */
async function theyMeet(making: Making, two: Two) {
  const saidOn = schoolDayUpTo(addDays(making.ctx.today, -23))
  await meet(making, two, schoolDayUpTo(dayBefore(saidOn)))
  await askHowItGoes(making.on(saidOn))
  const asha = making.as(two.mentee, saidOn)
  const { mentorshipId } = two
  const { checkIn } = await ofPair(asha, { mentorshipId })
  const answers = { useful: 3, often: 2, going: 3, line: null, wants: 'nothing' as const }
  await answerCheckIn(asha, { mentorshipId, checkInId: checkIn?.id ?? '', ...answers })
}

const schoolDayUpTo = (day: Day): Day => (isSchoolDay(day, 'england') ? day : schoolDayUpTo(dayBefore(day)))

/** The school's mentoring, which her move has ended. */
async function chapter(making: Making) {
  const [held] = await making.ctx.store.read.rows<{ id: string }>(sql`
    select id from mentorships where mentor_id = ${idOf(making, 'tom')} and mentee_id = ${idOf(making, 'asha')}
      and kind = 'statutory' and voided_at is null`)
  return held?.id ?? ''
}

const AIMS = 'Calmer starts to lessons, and marking that fits into the week.'
const STOPPING = 'Either of us can stop at any time and need not say why.'

async function theyBegin(making: Making, { mentor, mentee, mentorshipId }: Two) {
  const day = addDays(making.ctx.today, -40)
  const words = { aims: AIMS, rhythm: 'fortnightly' as const, stopping: STOPPING }
  await saveAgreement(making.as(mentee, day), { mentorshipId, ...words, rev: 0 })
  await agree(making.as(mentor, addDays(day, 1)), { mentorshipId, rev: 1 })
  const text = 'Year 9 working within five minutes of the bell'
  const { goalId } = await addGoal(making.as(mentee, addDays(day, 1)), { mentorshipId, text })
  const step = { text: 'Put the first task on the desks before they come in', whose: 'mentee' as const }
  await setStep(making.as(mentee, addDays(day, 1)), { mentorshipId, goalId, ...step })
}

async function theyWrite(making: Making, { mentor, mentee, mentorshipId }: Two) {
  const day = addDays(making.ctx.today, -23)
  const shared = { mentorshipId, audience: 'both' as const }
  const text = 'The seating plan helped more than anything I said. Try it with Year 8 before we talk again.'
  await addNote(making.as(mentor, day), { ...shared, text })
  await addNote(making.as(mentee, day), {
    ...shared,
    text: 'Four minutes today. Two of them asked what the task was before I did.',
  })
  const own = 'I nearly did not say how tired I was. Say it next time.'
  await addNote(making.as(mentee, day), { mentorshipId, audience: 'only_me', text: own })
}
