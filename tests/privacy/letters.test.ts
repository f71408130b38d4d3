import { mails } from '@wirearchy/db'
import { describe, expect, it } from 'vitest'
import { type Carried, holdAll, send, writeLetters } from './letters.ts'
import { ask } from './tess/asker.ts'
import { mayLearn } from './tess/grants.ts'
import { MEMBERS, type Relation, STATES, type State, TOLD_TO_SCHOOLS } from './tess/relations.ts'
import { keepOut } from './tess/states.ts'
import { type Token, tokensIn } from './tess/tokens.ts'
import { type TessWorld, tessWorld } from './tess/world.ts'

const KNOWN: Relation[] = [
  'mentor',
  'mentee',
  'formerMentor',
  'schoolMentor',
  'connection',
  'formerConnection',
]

/** What a letter may say beyond the pages: a move is told to whom she chose to tell it. */
function letterMayTell(relation: Relation, state: State): Token[] {
  const isOpen = TOLD_TO_SCHOOLS.includes(state)
  if (KNOWN.includes(relation) && (state === 'moving' || isOpen))
    return ['name', 'id', 'futureSchool', 'futureDay']
  if (relation === 'peer' && isOpen) return ['name', 'id', 'futureSchool', 'futureDay']
  if (['lead', 'leadColleague'].includes(relation) && isOpen) return ['name', 'currentSchool', 'lastDay']
  if (relation === 'futureLead' && isOpen) return ['name', 'futureSchool', 'futureDay']
  /** A letter keeps the name it was written with. */
  if (relation === 'formerColleague' && state === 'renamed') return ['earlierName']
  return []
}

type Reader = Exclude<Relation, 'visitor'>

function wrongs(w: TessWorld, { to, text }: Carried): string[] {
  const allowed = mayLearn(to, w.state)
  const more = letterMayTell(to, w.state)
  const told = tokensIn(text, w.tokens).filter((token) => !allowed.has(token) && !more.includes(token))
  return told.map((token) => `a letter to ${to} in ${w.state} tells her ${token}: ${text.split('\n')[0]}`)
}

describe('letters', () => {
  it.each(STATES)('tell nobody more of Tess than they may know: %s', async (state) => {
    const w = await tessWorld(state)
    await writeLetters(w)
    const carried = await send(w, 'now')
    await w.store.close()
    expect(carried.flatMap((letter) => wrongs(w, letter)).join('\n')).toBe('')
    if (state === 'movingOpenly')
      expect(new Set(carried.map(({ to }) => to))).toEqual(
        new Set([...KNOWN, 'peer', 'lead', 'leadColleague', 'futureLead', 'formerColleague']),
      )
  })

  it.each(STATES)('tell nobody more when they come as one a day: %s', async (state) => {
    const w = await tessWorld(state)
    await writeLetters(w)
    const carried = await send(w, 'daily')
    await w.store.close()
    expect(carried.flatMap((letter) => wrongs(w, letter)).join('\n')).toBe('')
    if (state === 'movingOpenly')
      expect(
        carried.filter(({ to, text }) => KNOWN.includes(to) && text.includes(w.tokens.name[0] ?? '?')).length,
      ).toBe(KNOWN.length)
  })

  it('that wait in a bundle name nobody who has gone out of sight by the time it is sent', async () => {
    const w = await tessWorld('movingOpenly')
    await writeLetters(w)
    await holdAll(w)
    const readers = MEMBERS.filter((one) => !['self', 'blockedByHer'].includes(one)) as Reader[]
    for (const relation of readers) await keepOut(w, w.people.self, w.people[relation])
    const carried = (await send(w, 'daily')).filter(({ to }) => to !== 'self')
    expect(
      carried.flatMap(({ to, text }) => tokensIn(text, w.tokens).map((token) => `${to} ${token}`)),
    ).toEqual([])
    await w.store.close()
  })

  it('go to nobody whom she keeps out after they were written, and their notices are gone', async () => {
    const w = await tessWorld('movingOpenly')
    await writeLetters(w)
    const readers = MEMBERS.filter((one) => !['self', 'blockedByHer'].includes(one)) as Reader[]
    for (const relation of readers) await keepOut(w, w.people.self, w.people[relation])
    expect((await send(w)).filter(({ to }) => to !== 'self').map(({ to }) => to)).toEqual([])
    for (const relation of MEMBERS.filter((one) => one !== 'self')) {
      const { bytes } = await ask(w, relation, 'notice.list')
      expect(tokensIn(bytes, w.tokens).filter((token) => token === 'name' || token === 'id')).toEqual([])
    }
    await w.store.close()
  })

  it('are kept without a word of theirs once they have gone', async () => {
    const w = await tessWorld('movingOpenly')
    await writeLetters(w)
    await send(w)
    const kept = await w.store.read.select().from(mails)
    expect(kept.length).toBeGreaterThan(8)
    expect(kept.map(({ text }) => text).join('')).toBe('')
    await w.store.close()
  })
})
