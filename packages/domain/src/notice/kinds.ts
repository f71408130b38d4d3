/** How soon letters of a kind come. */
export const PACES = ['now', 'daily', 'weekly', 'off'] as const
export type Pace = (typeof PACES)[number]

/** The kinds of post that somebody can choose about, in words for their page, and what holds until they choose. */
export const POST = {
  mentoring: {
    name: 'Mentoring requests',
    about: 'Somebody asks for you, answers you, or a request moves on',
    usual: 'now',
  },
  meetings: { name: 'Meetings', about: 'Times offered, booked, moved or called off', usual: 'now' },
  reminders: {
    name: 'Check-ins and reminders',
    about: 'How it goes with your mentoring, and what waits for you there',
    usual: 'daily',
  },
  moves: { name: 'Your people move', about: 'Somebody you know changes school', usual: 'daily' },
  groups: { name: 'Training groups', about: 'Who joins, and what changes for you', usual: 'daily' },
  people: {
    name: 'People who say they know you',
    about: 'They ask; you say yes, or nothing',
    usual: 'daily',
  },
  schools: {
    name: 'Schools',
    about: 'What your school says or becomes, and who joins or leaves',
    usual: 'daily',
  },
} as const satisfies Record<string, { name: string; about: string; usual: Pace }>

export type Post = keyof typeof POST
export const POSTS = Object.keys(POST) as [Post, ...Post[]]

/**
 * Which post each kind of letter belongs to, by its whole name or its first word. `essential` letters always go at
 * once: they answer what somebody is doing just now, or keep their account safe.
 */
const LETTERS: Record<string, Post | 'essential'> = {
  sign_in_code: 'essential',
  unknown_address: 'essential',
  add_address: 'essential',
  address_taken: 'essential',
  password_changed: 'essential',
  same_person_code: 'essential',
  same_person_unknown: 'essential',
  merged: 'essential',
  unmerged: 'essential',
  invitation: 'essential',
  joining_unknown: 'essential',
  report_answered: 'essential',
  mentoring: 'mentoring',
  request: 'mentoring',
  programme: 'mentoring',
  meeting: 'meetings',
  check_met: 'meetings',
  check: 'reminders',
  agreement: 'reminders',
  nudge: 'reminders',
  handover: 'reminders',
  note: 'reminders',
  moved: 'moves',
  connection_asked: 'people',
  school_carried: 'schools',
  which_school: 'schools',
  school_reported: 'schools',
  leaving: 'schools',
  joining: 'schools',
}

const NOTICES: Record<string, Post> = {
  mentoring: 'mentoring',
  mentorship: 'mentoring',
  request: 'mentoring',
  programme: 'mentoring',
  meeting: 'meetings',
  'check-in': 'reminders',
  checkin: 'reminders',
  nudge: 'reminders',
  handover: 'reminders',
  space: 'reminders',
  agreement: 'reminders',
  note: 'reminders',
  step: 'reminders',
  'move.announced': 'moves',
  move: 'schools',
  group: 'groups',
  connection: 'people',
  merge: 'people',
  claim: 'schools',
  school: 'schools',
}

/** The post a letter belongs to; one that nobody has placed goes at once rather than be lost. */
export const postOf = (letterKind: string) => inTable(LETTERS, letterKind, '_') ?? 'essential'

/** The post that a notice in the centre stands under; null when it is of none. */
export const postOfNotice = (noticeKind: string) => inTable(NOTICES, noticeKind, '.') ?? null

/** True of a letter's kind that the table places: a test asks it of all of them. */
export const isPlaced = (letterKind: string) => inTable(LETTERS, letterKind, '_') !== undefined

const inTable = <Found>(table: Record<string, Found>, kind: string, mark: string) =>
  table[kind] ?? table[kind.split(mark)[0] ?? '']
