import { checkIns, connections, openStore } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { nextNo } from '@wirearchy/domain/ledger'
import type { Member } from '../../crash/house.ts'
import { ask } from '../../crash/server.ts'
import type { Token, Tokens } from '../tess/tokens.ts'

type Answer = Record<string, string>
/** One act or question over HTTP, as a signed-in browser sends it. @returns what was answered */
export type Say = (who: Member, path: string, input?: object) => Promise<Answer>

const DAY = 86_400_000
/** A day so many from now, as people in London have it. */
const inDays = (many: number) =>
  new Date(Date.now() + many * DAY).toLocaleDateString('en-CA', { timeZone: 'Europe/London' })

/** Speaks to a server; whatever is refused fails the story. */
export const speaker =
  (port: number): Say =>
  async (who, path, input) => {
    const isRead = /\.(of|mine|ofPair|feeds|asMentor)$/.test(path)
    const asked = isRead && input ? `${path}?input=${encodeURIComponent(JSON.stringify(input))}` : path
    const answer = await ask(port, who.token, asked, isRead ? {} : { input: input ?? {} })
    if (typeof answer === 'string' || answer.status !== 200)
      throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return JSON.parse(answer.text).result.data
  }

/** Whom the story needs to know each other, as if they had said so last year. */
export async function know(url: string, pairs: [Member, Member][]) {
  const store = openStore(url)
  await store.tx(async (tx) => {
    for (const [one, other] of pairs) {
      const [personLo, personHi] = [one.id, other.id].sort() as [string, string]
      const row = { id: newId(Date.now()), no: await nextNo(tx, 'connections'), personLo, personHi }
      await tx.insert(connections).values({ ...row, startedOn: inDays(-300), createdAt: 1 })
    }
  })
  await store.close()
}

const NEVER_QUIET = { isOn: false, start: '6pm', end: '7am', digest: '7am', digestDay: 1 }
const NOW = Object.fromEntries(
  ['mentoring', 'meetings', 'reminders', 'moves', 'groups', 'people', 'schools'].map((post) => [post, 'now']),
)

/** Everybody wants every letter by itself, at once. */
export async function wantLetters(say: Say, people: Member[]) {
  for (const one of people) {
    await say(one, 'notice.setQuietHours', NEVER_QUIET)
    await say(one, 'notice.choosePaces', NOW)
  }
}

interface Told {
  mentorshipId: string
  feed: string
  /** What was said in all, each in a word of its own. */
  words: Token[]
}

/** Two people from the first question to the last thanks, in words that can be known again. */
export async function wholeStory(
  say: Say,
  url: string,
  tokens: Tokens,
  [asker, mentor, other]: [Member, Member, Member],
): Promise<Told> {
  const words: Token[] = []
  const said = (token: Token) => {
    words.push(token)
    return `Of ${tokens[token][0]} alone`
  }
  const places = { question: 0, call: 0, half_term: 2, year: 0 }
  const offer = { topics: ['behaviour'], ways: ['online'], note: said('offerNote'), noticeHours: 0, places }
  await say(mentor, 'mentoring.saveOffer', offer)
  const wanted = { unit: 'half_term', topics: ['behaviour'], ways: ['online'], mentorIds: [mentor.id] }
  const { requestId } = await say(asker, 'request.send', { ...wanted, need: said('need') })
  await say(mentor, 'request.askFirst', { requestId, question: said('sentence') })
  await say(asker, 'request.answer', { requestId, answer: said('answer') })
  const { mentorshipId } = await say(mentor, 'request.accept', { requestId })
  const at = { mentorshipId: mentorshipId ?? '' }
  const agreed = { aims: said('aims'), stopping: said('stopping'), rhythm: 'weekly', rev: 0 }
  await say(asker, 'space.saveAgreement', { ...at, ...agreed })
  const { goalId } = await say(asker, 'space.addGoal', { ...at, text: said('goal') })
  await say(asker, 'space.setStep', { ...at, goalId, text: said('step'), whose: 'mentor' })
  const { noteId } = await say(asker, 'space.addNote', { ...at, text: said('draft'), audience: 'both' })
  await say(asker, 'space.editNote', { ...at, noteId, text: said('sharedNote'), rev: 0 })
  await say(asker, 'space.addNote', { ...at, text: said('privateNote'), audience: 'only_me' })
  await say(mentor, 'space.addNote', { ...at, text: said('mentorsNote'), audience: 'only_me' })
  await meets(say, at, [asker, mentor], said)
  const [checkInId] = await checkInFor(url, at.mentorshipId)
  const taps = { useful: 2, often: 2, going: 2, wants: 'nothing', line: said('checkInLine') }
  await say(asker, 'meeting.answerCheckIn', { ...at, checkInId, ...taps })
  await say(asker, 'mentoring.keepApart', { personId: other.id, why: 'dispute' })
  await say(asker, 'meeting.makeFeed')
  const [feed] = (await say(asker, 'meeting.feeds')) as unknown as { address: string }[]
  const end = { sentence: said('endSentence'), thanks: said('thanks'), reason: said('endReason') }
  await say(asker, 'space.finish', { ...at, ...end })
  return { mentorshipId: at.mentorshipId, feed: feed?.address ?? '', words }
}

/** Offered, chosen, hoped for, moved and called off. */
async function meets(
  say: Say,
  at: { mentorshipId: string },
  [asker, mentor]: [Member, Member],
  said: (token: Token) => string,
) {
  const how = { minutes: 30, way: 'in_person', place: said('place') }
  const first = { on: inDays(9), at: '3:45pm' }
  const { meetingId } = await say(mentor, 'meeting.propose', { ...at, first, ...how })
  const found = JSON.stringify(await say(asker, 'meeting.ofPair', at))
  const timeId = /"times":\[\{"id":"([^"]+)"/.exec(found)?.[1]
  await say(asker, 'meeting.accept', { ...at, meetingId, timeId })
  await say(asker, 'meeting.sayHope', { ...at, meetingId, hopedFor: said('hopedFor') })
  const later = { on: inDays(10), at: '4pm', reason: said('handoverWord') }
  await say(asker, 'meeting.move', { ...at, meetingId, ...later, ...how })
  await say(mentor, 'meeting.cancel', { ...at, meetingId, reason: said('cancelReason') })
}

/** A check-in of the mentee's that is due today. */
async function checkInFor(url: string, mentorshipId: string) {
  const store = openStore(url)
  const id = newId(Date.now())
  const row = { id, mentorshipId, by: 'mentee' as const, kind: 'first_meeting' as const, dueOn: inDays(0) }
  await store.tx((tx) => tx.insert(checkIns).values({ ...row, createdAt: Date.now() }))
  await store.close()
  return [id]
}
