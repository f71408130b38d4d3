import { hersAlone, type Outcome, own, ownWrite, type Row, settled, type Target } from '../row.ts'
import type { Relation, State } from '../tess/relations.ts'

/** One of the pair alone: Tess or her mentor. A block ends it for both. */
const ofPair = (input: Row['input'], hers: Outcome, mentors: Outcome = hers): Row => ({
  ...settled,
  input,
  goes: (relation: Relation, state: State) =>
    state === 'everybodyBlocked'
      ? 'not_found'
      : (({ self: hers, mentor: mentors } as Partial<Record<Relation, Outcome>>)[relation] ?? 'not_found'),
  isAboutHer: true,
})
/** What Tess wrote for herself in a pair: her mentor finds nothing there either. */
const hersInPair = (input: Row['input'], hers: Outcome): Row => ofPair(input, hers, 'not_found')

const pair = ({ hers }: Target) => ({ mentorshipId: hers.informalMentorshipId })
const meetingOf = (target: Target) => ({ ...pair(target), meetingId: target.hers.meetingId })
const checkInOf = (target: Target) => ({ ...pair(target), checkInId: target.hers.checkInId })
const how = { minutes: 30, way: 'online' }
const answers = { useful: 2, often: 2, going: 1, wants: 'a_word' }

/** When a pair meets, calendars, and how it goes. */
export const meeting: Record<string, Row> = {
  'meeting.ofPair': ofPair(pair, 'ok'),
  'meeting.one': ofPair(meetingOf, 'ok'),
  'meeting.file': ofPair(meetingOf, 'ok'),
  'meeting.slots': ofPair(pair, 'ok'),
  'meeting.book': ofPair((target) => ({ ...pair(target), startsAt: 1 }), 'conflict', 'not_allowed'),
  'meeting.propose': ofPair(
    (target) => ({ ...pair(target), first: { on: '2027-01-11', at: '4pm' }, ...how }),
    'settled',
  ),
  'meeting.accept': ofPair((target) => ({ ...meetingOf(target), timeId: target.hers.meetingId }), 'conflict'),
  'meeting.sayHope': ofPair(
    (target) => ({ ...meetingOf(target), hopedFor: 'Year 9' }),
    'settled',
    'not_allowed',
  ),
  'meeting.move': ofPair(
    (target) => ({ ...meetingOf(target), on: '2027-01-12', at: '4pm', ...how }),
    'settled',
  ),
  'meeting.cancel': ofPair(meetingOf, 'settled'),
  'meeting.sayHeld': ofPair((target) => ({ ...meetingOf(target), said: 'yes' }), 'settled'),
  'meeting.feeds': own,
  'meeting.makeFeed': { ...ownWrite, input: () => ({}) },
  'meeting.revokeFeed': hersAlone(({ hers }) => ({ feedId: hers.feedId }), 'ok'),
  /** The row's id alone opens nothing: the rest of the address is made from our secret. */
  'meeting.feed': {
    ...{ door: 'open', goes: () => 'not_found', isAboutHer: true },
    input: ({ hers }) => ({ token: `${hers.feedId}.${'A'.repeat(43)}` }),
  },
  'meeting.checkIn': hersInPair(checkInOf, 'ok'),
  'meeting.answerCheckIn': hersInPair((target) => ({ ...checkInOf(target), ...answers }), 'conflict'),
  'meeting.askForWord': hersInPair(
    (target) => ({ ...checkInOf(target), coordinatorId: target.personId }),
    'not_found',
  ),
}
