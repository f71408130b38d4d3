import { jobs, mails } from '@wirearchy/db'
import { type ClaimedJob, sendMail } from '@wirearchy/domain/job'
import { tellMove } from '@wirearchy/domain/stint'
import { describe, expect, it } from 'vitest'
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

const house = (w: TessWorld) => ({ ...w.house.ctx(null, w.day), demo: false })

/** Does what is to be done later: the letters of moves are written. */
async function write(w: TessWorld) {
  const due = await w.store.read.select().from(jobs)
  for (const { payload, kind } of due) if (kind === 'move.tell') await tellMove(house(w), { payload })
}

type Reader = Exclude<Relation, 'visitor'>

interface Carried {
  to: Relation
  text: string
}

/** Sends every letter that may still go, and gives what its reader then holds. */
async function send(w: TessWorld): Promise<Carried[]> {
  const carried: Carried[] = []
  const due = (await w.store.read.select().from(jobs)).filter(({ kind }) => kind === 'mail')
  for (const job of due)
    await sendMail(house(w), job as unknown as ClaimedJob, async ({ to, subject, text }) => {
      carried.push({ to: whose(w, to), text: `${subject}\n${text}` })
    })
  return carried
}

function whose({ tokens }: TessWorld, address: string): Relation {
  if (address === tokens.personalEmail[0]) return 'self'
  const reader = MEMBERS.find((one) => address === `${one.toLowerCase()}@home.example`)
  return reader ?? 'visitor'
}

function wrongs(w: TessWorld, { to, text }: Carried): string[] {
  const allowed = mayLearn(to, w.state)
  if (allowed === 'everything') return []
  const more = letterMayTell(to, w.state)
  const told = tokensIn(text, w.tokens).filter((token) => !allowed.has(token) && !more.includes(token))
  return told.map((token) => `a letter to ${to} in ${w.state} tells her ${token}: ${text.split('\n')[0]}`)
}

describe('letters', () => {
  it.each(STATES)('tell nobody more of Tess than they may know: %s', async (state) => {
    const w = await tessWorld(state)
    await write(w)
    const carried = await send(w)
    await w.store.close()
    expect(carried.flatMap((letter) => wrongs(w, letter)).join('\n')).toBe('')
    if (state === 'movingOpenly')
      expect(new Set(carried.map(({ to }) => to))).toEqual(
        new Set([...KNOWN, 'peer', 'lead', 'leadColleague', 'futureLead', 'formerColleague']),
      )
  })

  it('go to nobody whom she keeps out after they were written, and their notices are gone', async () => {
    const w = await tessWorld('movingOpenly')
    await write(w)
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
    await write(w)
    await send(w)
    const kept = await w.store.read.select().from(mails)
    expect(kept.length).toBeGreaterThan(8)
    expect(kept.map(({ text }) => text).join('')).toBe('')
    await w.store.close()
  })
})
