import { accept as acceptTime, makeFeed, ofPair, propose } from '@wirearchy/domain/meeting'
import { keepApart } from '@wirearchy/domain/mentoring'
import { choosePaces } from '@wirearchy/domain/notice'
import { saveWishes } from '@wirearchy/domain/programme'
import { accept as acceptRequest, askFirst, send } from '@wirearchy/domain/request'
import { addGoal, addNote, finishMentoring, removeNote, saveAgreement } from '@wirearchy/domain/space'
import type { Relation } from './tess/relations.ts'
import type { TessWorld } from './tess/world.ts'

const tess = (w: TessWorld) => w.as(w.people.self)
const mentor = (w: TessWorld) => w.as(w.people.mentor)
const pair = (w: TessWorld) => ({ mentorshipId: w.hers.informalMentorshipId })
const ONE_QUESTION = {
  ...{ unit: 'question' as const, topics: ['behaviour' as const], ways: ['online' as const] },
  ...{ soon: 'fortnight' as const, outsideMySchool: false },
}
const THE_TWO: Relation[] = ['self', 'mentor']

/** What becomes so between two people, or for one of them alone: nobody else's page changes by a byte, whoever they are. */
export const HIDDEN_MENTORING = [
  {
    what: 'she writes a note for herself',
    noticedBy: ['self'],
    becomesSo: (w) => addNote(tess(w), { ...pair(w), text: 'Ask about Year 9.', audience: 'only_me' }),
  },
  {
    what: 'her mentor writes a note for themselves',
    noticedBy: ['mentor'],
    becomesSo: (w) => addNote(mentor(w), { ...pair(w), text: 'Be patient.', audience: 'only_me' }),
  },
  {
    what: 'the two share a note',
    noticedBy: THE_TWO,
    becomesSo: (w) => addNote(mentor(w), { ...pair(w), text: 'Well done.', audience: 'both' }),
  },
  {
    what: 'she sets herself a goal',
    noticedBy: THE_TWO,
    becomesSo: (w) => addGoal(tess(w), { ...pair(w), text: 'Leave by five' }),
  },
  {
    what: 'the two agree on something else',
    noticedBy: THE_TWO,
    becomesSo: (w) =>
      saveAgreement(tess(w), { ...pair(w), aims: 'Less marking', stopping: null, rhythm: 'weekly', rev: 0 }),
  },
  {
    what: 'she takes a note away',
    noticedBy: THE_TWO,
    becomesSo: (w) => removeNote(tess(w), { ...pair(w), noteId: w.hers.noteId }),
  },
  {
    what: 'she says whom she is never to be put together with',
    noticedBy: ['self'],
    becomesSo: (w) => keepApart(tess(w), { personId: w.people.formerColleague, why: 'assesses_me' }),
  },
  {
    what: 'she wishes for a mentor',
    noticedBy: ['self'],
    becomesSo: (w) =>
      saveWishes(tess(w), {
        programmeId: w.hers.programmeId,
        wishes: [{ personId: w.people.peer, rank: 1 }],
      }),
  },
  { what: 'she makes an address for her calendar', noticedBy: ['self'], becomesSo: (w) => makeFeed(tess(w)) },
  {
    what: 'she wants fewer letters',
    noticedBy: ['self'],
    becomesSo: (w) => choosePaces(tess(w), { meetings: 'off' }),
  },
  {
    what: 'she asks for one question more, on the open list',
    noticedBy: ['self', 'connection', 'formerConnection'],
    becomesSo: (w) => send(tess(w), { ...ONE_QUESTION, need: 'How do I start?', mentorIds: [] }),
  },
  {
    what: 'who is asked asks one thing first',
    noticedBy: ['self', 'connection'],
    becomesSo: (w) =>
      askFirst(w.as(w.people.connection), { requestId: w.hers.needId, question: 'Which year?' }),
  },
  {
    what: 'who is asked says yes',
    noticedBy: ['self', 'connection', 'formerConnection'],
    becomesSo: (w) => acceptRequest(w.as(w.people.connection), { requestId: w.hers.needId }),
  },
  {
    what: 'her mentor offers a time, and she takes it',
    noticedBy: THE_TWO,
    async becomesSo(w) {
      const first = { on: '2026-03-20', at: 945 }
      const how = { minutes: 30, way: 'online' as const, place: 'My room' }
      const { meetingId } = await propose(mentor(w), { ...pair(w), first, ...how })
      const { offered } = await ofPair(tess(w), pair(w))
      const timeId = offered.find(({ id }) => id === meetingId)?.times[0]?.id ?? ''
      await acceptTime(tess(w), { ...pair(w), meetingId, timeId })
    },
  },
  {
    what: 'she ends it with her mentor: whoever looks after the pair reads that it ended, and nothing else',
    noticedBy: [...THE_TWO, 'groupLead'],
    becomesSo: (w) =>
      finishMentoring(tess(w), {
        ...{ ...pair(w), sentence: 'Thank you.', thanks: null, reason: 'It did not help.', askAgain: false },
      }),
  },
] satisfies { what: string; noticedBy: Relation[]; becomesSo: (w: TessWorld) => Promise<unknown> }[]
