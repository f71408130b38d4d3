import { checkIns, meetings, mentoringRequests, mentorships, spaceNotes } from '@wirearchy/db'
import { expect, it } from 'vitest'
import { PROCEDURES } from './procedures.ts'
import { TABLE } from './table.ts'
import { ask } from './tess/asker.ts'
import { HER_WORDS, mentoringWords, NOT_HERS } from './tess/mentoring-grants.ts'
import { RELATIONS, type Relation } from './tess/relations.ts'
import { type Token, tokensIn } from './tess/tokens.ts'
import { type TessWorld, tessWorld } from './tess/world.ts'

const WORDS: Token[] = [...HER_WORDS, ...NOT_HERS, 'apart', 'feed', 'wish']

/** Kept, and on no page of hers: her mentor's own words, what only letters act on, and a draft that no move asked for. */
const UNREAD: Token[] = [...NOT_HERS, 'noticeKind', 'linkInput', 'link', 'draft']

/** Every row of every space there is, as its page asks for it. */
async function everyRow({ store: { read } }: TessWorld) {
  const chapters = await read.select({ mentorshipId: mentorships.id }).from(mentorships)
  const inIt = { mentorshipId: spaceNotes.mentorshipId, noteId: spaceNotes.id }
  const held = { mentorshipId: meetings.mentorshipId, meetingId: meetings.id }
  const asked = { mentorshipId: checkIns.mentorshipId, checkInId: checkIns.id }
  const needs = await read.select({ requestId: mentoringRequests.id }).from(mentoringRequests)
  return {
    ...{ 'space.of': chapters, 'space.notes': chapters, 'handover.of': chapters, 'meeting.ofPair': chapters },
    'space.note': await read.select(inIt).from(spaceNotes),
    'meeting.one': await read.select(held).from(meetings),
    'meeting.checkIn': await read.select(asked).from(checkIns),
    ...{ 'request.asMentor': needs, 'request.asAsker': needs },
  }
}

/** Everything that a relation reads by every question of the table, and by asking for every row of every space by its id. */
async function readBy(w: TessWorld, relation: Relation): Promise<Token[]> {
  const read: string[] = []
  const hear = async (path: string, input: unknown) => read.push((await ask(w, relation, path, input)).bytes)
  for (const [path, { input, states }] of Object.entries(TABLE))
    if (!states) await hear(path, input?.({ ...w, personId: w.people.self }, w, relation))
  for (const [path, rows] of Object.entries(await everyRow(w)))
    for (const input of rows) await hear(path, input)
  return tokensIn(read.join('\n'), w.tokens).filter((token) => WORDS.includes(token))
}

it('lets whoever may know a word of hers read it, and nobody else, whichever row they ask for', async () => {
  const w = await tessWorld('live')
  for (const relation of RELATIONS) {
    const may =
      relation === 'self'
        ? WORDS.filter((token) => !UNREAD.includes(token))
        : mentoringWords(relation, 'live')
    expect([relation, (await readBy(w, relation)).sort()]).toEqual([relation, [...may].sort()])
  }
  await w.store.close()
}, 120_000)

it('gives no word back for an act, so that none is kept with the answer to a press', async () => {
  const w = await tessWorld('live')
  const acts = PROCEDURES.filter(({ type }) => type === 'mutation')
  const told: string[] = []
  for (const { path } of acts)
    for (const relation of ['self', 'mentor', 'schoolMentor', 'connection'] as const) {
      const input = TABLE[path]?.input?.({ ...w, personId: w.people.self }, w, relation)
      const { outcome, bytes } = await ask(w, relation, path, input)
      const words =
        outcome === 'ok' ? tokensIn(bytes, w.tokens).filter((token) => HER_WORDS.includes(token)) : []
      for (const token of words) told.push(`${path} gives ${relation} her ${token}`)
    }
  await w.store.close()
  expect(acts.length).toBeGreaterThan(60)
  expect(told).toEqual([])
}, 120_000)
