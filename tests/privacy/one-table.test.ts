import { checkIns, handovers, mentoringAsks, spaceNotes, sql } from '@wirearchy/db'
import { addDays, type MemberCtx, newId } from '@wirearchy/domain'
import { approvePage, sayWords, writePage } from '@wirearchy/domain/handover'
import { historyOf } from '@wirearchy/domain/ledger'
import {
  accept as acceptTime,
  answerCheckIn,
  cancel,
  move,
  propose,
  sayHope,
} from '@wirearchy/domain/meeting'
import { saveOffer } from '@wirearchy/domain/mentoring'
import { SaveOffer } from '@wirearchy/domain/mentoring/input'
import { addFix, joinProgramme } from '@wirearchy/domain/programme'
import { accept, answerMentor, askFirst, send as sendRequest } from '@wirearchy/domain/request'
import { Send } from '@wirearchy/domain/request/input'
import { addGoal, addNote, editNote, finishMentoring, saveAgreement, setStep } from '@wirearchy/domain/space'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { send } from './letters.ts'
import { newTokens } from './tess/tokens.ts'
import { type TessWorld, tessWorld } from './tess/world.ts'

/** Words that were said, by the tables in which alone they may stand. */
const said = new Map<string, string[]>()
/** Something new to say that stands nowhere else. */
function words(...tables: string[]): string {
  const word = newTokens().need[0] as string
  said.set(word, tables)
  return word
}

let w: TessWorld
let as: Record<'tess' | 'mentor' | 'schoolMentor' | 'connection' | 'groupLead', () => MemberCtx>

beforeAll(async () => {
  w = await tessWorld('arrived')
  const who = (id: string) => () => w.as(id, w.day)
  const { people } = w
  as = {
    ...{ tess: who(people.self), mentor: who(people.mentor), schoolMentor: who(people.schoolMentor) },
    ...{ connection: who(people.connection), groupLead: who(people.groupLead) },
  }
  await asksForSupport()
  await worksTogether()
  await meets()
  await handsOver()
  await isMatched()
  await endsWell()
}, 120_000)
afterAll(() => w.store.close())

async function asksForSupport() {
  const places = { question: 1, call: 1, half_term: 0, year: 0 }
  const offer = {
    topics: ['planning'],
    ways: ['online'],
    noticeHours: 24,
    places,
    note: words('mentor_offers'),
  }
  await saveOffer(as.tess(), SaveOffer.parse(offer))
  const requestId = w.hers.needId
  await w.store.tx((tx) =>
    tx.update(mentoringAsks).set({ dueOn: '2026-12-01' }).where(sql`id = ${w.hers.askId}`),
  )
  await askFirst(as.connection(), { requestId, question: words('mentoring_words') })
  await answerMentor(as.tess(), { requestId, answer: words('mentoring_words') })
  await accept(as.connection(), { requestId })
  const asked = {
    unit: 'question',
    need: words('mentoring_requests'),
    mentorIds: [w.people.formerConnection],
  }
  await sendRequest(as.tess(), Send.parse(asked))
}

async function worksTogether() {
  const pair = { mentorshipId: w.hers.informalMentorshipId }
  const agreed = {
    aims: words('agreements'),
    stopping: words('agreements'),
    rhythm: 'weekly' as const,
    rev: 0,
  }
  await saveAgreement(as.tess(), { ...pair, ...agreed })
  const { goalId } = await addGoal(as.tess(), { ...pair, text: words('goals') })
  await setStep(as.mentor(), { ...pair, goalId, whose: 'mentee', text: words('goal_steps') })
  const note = (text: string, audience: 'both' | 'only_me') => ({ ...pair, text, audience })
  await addNote(as.tess(), note(words('space_notes'), 'only_me'))
  await addNote(as.mentor(), note(words('space_notes'), 'only_me'))
  const { noteId } = await addNote(as.tess(), note('To be changed.', 'both'))
  await editNote(as.tess(), { ...pair, noteId, text: words('space_notes'), rev: 0 })
}

async function meets() {
  const pair = { mentorshipId: w.hers.informalMentorshipId }
  const on = addDays(w.day, 14)
  const how = { minutes: 30, way: 'in_person' as const }
  const offered = await propose(as.tess(), {
    ...pair,
    ...how,
    first: { on, at: 960 },
    place: words('meetings'),
  })
  const meeting = { ...pair, meetingId: offered.meetingId }
  const [time] = await w.store.read.rows<{ id: string }>(
    sql`select id from meeting_times where meeting_id = ${meeting.meetingId}`,
  )
  await acceptTime(as.mentor(), { ...meeting, timeId: time?.id ?? '' })
  await sayHope(as.tess(), { ...meeting, hopedFor: words('meetings') })
  await move(as.mentor(), {
    ...meeting,
    ...how,
    on,
    at: 1000,
    place: words('meetings'),
    reason: words('meetings'),
  })
  await cancel(as.tess(), { ...meeting, reason: words('meetings') })
  const check = { id: newId(w.house.ctx().now), kind: 'half_term' as const, dueOn: w.day, createdAt: 1 }
  await w.store.tx((tx) => tx.insert(checkIns).values({ ...pair, ...check, by: 'mentee' }))
  const answer = { useful: 2, often: 1, going: 3, line: words('check_ins'), wants: 'a_word' as const }
  await answerCheckIn(as.tess(), { ...pair, checkInId: check.id, ...answer })
}

async function handsOver() {
  const pair = { mentorshipId: w.hers.mentorshipId }
  const { rev } = await writePage(as.tess(), { ...pair, text: words('handovers'), rev: 0 })
  await approvePage(as.tess(), { ...pair, rev })
  await w.store.tx((tx) =>
    tx.update(handovers).set({ openUntil: '2026-12-31' }).where(sql`id = ${w.hers.handoverId}`),
  )
  const word = { ...pair, handoverId: w.hers.handoverId }
  await sayWords(as.tess(), { ...word, words: words('handover_words') })
  await sayWords(as.schoolMentor(), { ...word, words: words('handover_words') })
}

async function isMatched() {
  const { programmeId } = w.hers
  const about = { subject: null, department: words('programme_people'), town: words('programme_people') }
  await joinProgramme(as.tess(), { programmeId, ...about, places: 1 })
  const both = { menteeId: w.people.self, mentorId: w.people.peer, does: 'bar' as const }
  const why = { why: 'other' as const, reason: words('programme_fixes') }
  await addFix(as.groupLead(), { programmeId, ...both, ...why })
}

async function endsWell() {
  const pair = { mentorshipId: w.hers.informalMentorshipId, askAgain: true }
  const end = { sentence: words('endings'), thanks: words('endings'), reason: words('endings') }
  await finishMentoring(as.tess(), { ...pair, ...end })
}

/** Where words stand that do not belong there: in the ledger, a letter, a notice, a job, a kept answer … */
async function astray(): Promise<string[]> {
  const tables = await w.store.read.rows<{ name: string }>(
    sql`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const text = JSON.stringify(await w.store.read.rows(sql`select * from ${sql.identifier(name)}`))
    for (const [word, homes] of said) if (!homes.includes(name) && text.includes(word)) found.push(name)
  }
  return found
}

it('keeps what two people write in one table, and in no other: not in the ledger, a letter, a notice or a job', async () => {
  expect(said.size).toBeGreaterThan(20)
  expect(await astray()).toEqual([])
})

it('sends none of it in a letter’s own words', async () => {
  const carried = await send(w)
  expect(carried.length).toBeGreaterThan(4)
  expect(carried.filter(({ text }) => [...said.keys()].some((word) => text.includes(word)))).toEqual([])
})

it('gives none of it to whoever runs the house: what was told of a person holds days and states alone', async () => {
  for (const personId of [w.people.self, w.people.mentor, w.people.connection]) {
    const told = JSON.stringify(await historyOf({ store: w.store }, { personId }))
    expect([...said.keys()].filter((word) => told.includes(word))).toEqual([])
  }
})

it('says nothing of it in what a failed write leaves in the log', async () => {
  const text = words('space_notes')
  const twice = {
    id: w.hers.noteId,
    mentorshipId: w.hers.informalMentorshipId,
    isPrivate: true,
    createdAt: 1,
  }
  const failed = w.store.tx((tx) => tx.insert(spaceNotes).values({ ...twice, by: 'mentee', text }))
  const error: Error = await failed.then(
    () => new Error('It was written.'),
    (thrown) => thrown,
  )
  expect(error.message).toContain('UNIQUE')
  expect(`${error.message} ${error.stack} ${JSON.stringify(error)} ${error.cause}`).not.toContain(text)
})
