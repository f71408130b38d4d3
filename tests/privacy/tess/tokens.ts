import { randomInt } from 'node:crypto'

const LETTERS = 'bcdfghjkmnpqrstvwxz'
const word = () => `Zq${Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`

/** Something of Tess's that can be recognised wherever it turns up: each spelling gives it away. */
export const newTokens = () => ({
  name: [word()],
  earlierName: [word()],
  personalEmail: [`${word().toLowerCase()}@home.example`],
  workEmail: [`${word().toLowerCase()}@school.example`],
  trn: [String(randomInt(1_000_000, 9_999_999))],
  pronouns: [word()],
  trainedWith: [word()],
  askMeAbout: [word()],
  helpWith: [word()],
  languages: [word()],
  currentSchool: [word()],
  pastSchool: [word()],
  futureSchool: [word()],
  toldSchool: [word()],
  group: [word()],
  otherGroup: [word()],
  confidant: [word()],
  sentence: [word()],
  seatName: [word()],
  need: [word()],
  answer: [word()],
  offerNote: [word()],
  aims: [word()],
  stopping: [word()],
  goal: [word()],
  step: [word()],
  place: [word()],
  hopedFor: [word()],
  cancelReason: [word()],
  sharedNote: [word()],
  privateNote: [word()],
  mentorsNote: [word()],
  checkInLine: [word()],
  mentorsLine: [word()],
  endSentence: [word()],
  thanks: [word()],
  endReason: [word()],
  draft: [word()],
  handover: [word()],
  handoverWord: [word()],
  schoolNote: [word()],
  noteToMentee: [word()],
  noteOnMentee: [word()],
  noticeKind: [word()],
  linkInput: [word()],
  department: [word()],
  town: [word()],
  /** Filled in once they are known. */
  apart: [] as string[],
  feed: [] as string[],
  link: [] as string[],
  wish: [] as string[],
  id: [] as string[],
  moveId: [] as string[],
  stintId: [] as string[],
  startDay: ['2025-09-08', '8 September 2025'],
  mentoringDay: ['2026-02-09', '9 February 2026'],
  lastDay: [] as string[],
  futureDay: ['2026-09-07', '7 September 2026'],
  returnDay: ['2027-03-09', '9 March 2027'],
})
export type Tokens = ReturnType<typeof newTokens>
export type Token = keyof Tokens
export const TOKENS = Object.keys(newTokens()) as Token[]

/** Which tokens occur in an answer. */
export function tokensIn(answer: string, tokens: Tokens): Token[] {
  const found = Object.entries(tokens).filter(([, spellings]) =>
    spellings.some((one) => answer.includes(one)),
  )
  return found.map(([token]) => token as Token)
}
