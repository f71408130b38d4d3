import { spaceNotes } from '@wirearchy/db'
import { notices } from '@wirearchy/domain/job'
import { block } from '@wirearchy/domain/safety'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addNote, editNote, myNote, notes, removeNote, spaceOf } from './index.ts'
import { anaAndMo, type PairHouse } from './testing.ts'

let w: PairHouse
beforeEach(async () => {
  w = await anaAndMo()
})
afterEach(() => w.house.close())

const write = async (who: string, text: string, audience: 'both' | 'only_me' = 'both') =>
  (await addNote(w.house.as(who), { mentorshipId: w.mentorshipId, text, audience })).noteId
const read = async (who: string) =>
  (await notes(w.house.as(who), { mentorshipId: w.mentorshipId, page: 1 })).notes
const texts = async (who: string) => (await read(who)).map(({ text }) => text)
const at = (noteId: string) => ({ mentorshipId: w.mentorshipId, noteId })

it('shows a shared note to both and a private one to its author alone', async () => {
  await write(w.ana, 'We spoke about Year 9')
  await write(w.ana, 'I am so tired', 'only_me')
  await write(w.mo, 'Ask her about rest', 'only_me')
  expect(await texts(w.ana)).toEqual(['I am so tired', 'We spoke about Year 9'])
  expect(await texts(w.mo)).toEqual(['Ask her about rest', 'We spoke about Year 9'])
})

it('tells Mo of a shared note, and never that there is a private one', async () => {
  await write(w.ana, 'I am so tired', 'only_me')
  expect(await notices(w.house.as(w.mo))).toEqual([])
  await write(w.ana, 'We spoke about Year 9')
  expect((await notices(w.house.as(w.mo))).map(({ text, href }) => [text, href])).toEqual([
    ['Ana shared a note with you.', `/mentoring/${w.mentorshipId}`],
  ])
})

it('lets its author alone change a note, and overwrites nothing written in another window', async () => {
  const noteId = await write(w.ana, 'We spoke about Year 9')
  await editNote(w.house.as(w.ana), { ...at(noteId), text: 'We spoke about Year 8', rev: 0 })
  const late = editNote(w.house.as(w.ana), { ...at(noteId), text: 'About Year 7', rev: 0 })
  await expect(late).rejects.toMatchObject({ code: 'conflict', field: 'text' })
  expect(await myNote(w.house.as(w.ana), at(noteId))).toMatchObject({ text: 'We spoke about Year 8', rev: 1 })
  const others = editNote(w.house.as(w.mo), { ...at(noteId), text: 'Mine now', rev: 1 })
  await expect(others).rejects.toMatchObject({ code: 'not_found' })
})

it('takes a shared note’s words away for good and leaves that there was one; of a private one nothing stays', async () => {
  const shared = await write(w.ana, 'We spoke about Year 9')
  const secret = await write(w.ana, 'I am so tired', 'only_me')
  await expect(removeNote(w.house.as(w.mo), at(shared))).rejects.toMatchObject({ code: 'not_found' })
  for (const noteId of [shared, secret]) await removeNote(w.house.as(w.ana), at(noteId))
  expect(await read(w.mo)).toMatchObject([{ id: shared, text: null }])
  expect(await read(w.ana)).toMatchObject([{ id: shared, text: null }])
  const rows = await w.house.store.read.select().from(spaceNotes)
  expect(rows.map(({ text }) => text)).toEqual(['', ''])
})

it('turns notes a page at a time, newest first, and shows the latest in the space', async () => {
  for (let at = 1; at <= 21; at++) await write(w.mo, `Note ${at}`)
  const first = await notes(w.house.as(w.ana), { mentorshipId: w.mentorshipId, page: 1 })
  expect([first.pages, first.notes.length, first.notes[0]?.text]).toEqual([2, 20, 'Note 21'])
  const second = await notes(w.house.as(w.ana), { mentorshipId: w.mentorshipId, page: 2 })
  expect(second.notes.map(({ text }) => text)).toEqual(['Note 1'])
  const space = await spaceOf(w.house.as(w.ana), { mentorshipId: w.mentorshipId })
  expect(space.notes.map(({ text }) => text)).toEqual(['Note 21', 'Note 20', 'Note 19', 'Note 18', 'Note 17'])
})

it('closes with a block, for both, in the words of what does not exist', async () => {
  await write(w.mo, 'We spoke about Year 9')
  await block(w.house.as(w.ana), { personId: w.mo })
  for (const who of [w.ana, w.mo]) await expect(read(who)).rejects.toMatchObject({ code: 'not_found' })
})
