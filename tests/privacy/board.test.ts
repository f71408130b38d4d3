import { agreements, checkIns, endings, goalSteps, goals, meetings, spaceNotes } from '@wirearchy/db'
import { startChapter } from '@wirearchy/domain/mentoring'
import { describe, expect, it } from 'vitest'
import { ask } from './tess/asker.ts'
import { HER_WORDS, NOT_HERS } from './tess/mentoring-grants.ts'
import { LEFT, MEMBERS, type Relation, STATES, type State } from './tess/relations.ts'
import { row, said } from './tess/said.ts'
import { type Token, tokensIn } from './tess/tokens.ts'
import { type TessWorld, tessWorld } from './tess/world.ts'

/** Her words, and every day of hers but the one on which a pair began. */
const NEVER: Token[] = [
  ...HER_WORDS,
  ...NOT_HERS,
  'wish',
  'apart',
  'feed',
  'lastDay',
  'returnDay',
  'futureDay',
]

/** A programme puts her together with her peer, and the two make everything of it that can be made. */
async function withAPair(w: TessWorld) {
  const { people, hers } = w
  await w.store.tx(async (tx) => {
    const mentorshipId = await startChapter(tx, w.house.ctx(), {
      ...{ mentorId: people.peer, menteeId: people.self, unit: 'year', startedOn: '2026-03-16' },
      ...{ programmeId: hers.publishedId, arrangedById: people.groupLead },
    })
    const [at, byHer] = [{ mentorshipId }, { mentorshipId, by: 'mentee' as const }]
    await tx.update(agreements).set({ aims: said(w, 'aims'), stopping: said(w, 'stopping') })
    const goal = row(w)
    await tx.insert(goals).values({ ...goal, ...byHer, text: said(w, 'goal') })
    await tx.insert(goalSteps).values({ ...row(w), goalId: goal.id, whose: 'mentee', text: said(w, 'step') })
    const when = { startsAt: Date.parse('2026-03-16T08:00:00Z'), endsAt: Date.parse('2026-03-16T08:30:00Z') }
    const words = { place: said(w, 'place'), hopedFor: said(w, 'hopedFor'), reason: said(w, 'cancelReason') }
    await tx.insert(meetings).values({
      ...{ ...row(w), ...at, ...when, ...words, way: 'online', proposedBy: 'mentee', updatedAt: 1 },
      state: 'happened',
    })
    await tx.insert(spaceNotes).values({ ...row(w), ...byHer, isPrivate: false, text: said(w, 'sharedNote') })
    const check = { kind: 'first_meeting' as const, dueOn: '2026-03-16', line: said(w, 'checkInLine') }
    await tx.insert(checkIns).values({ ...row(w), ...byHer, ...check })
    const end = { sentence: said(w, 'endSentence'), thanks: said(w, 'thanks'), reason: said(w, 'endReason') }
    await tx.insert(endings).values({ ...row(w), ...byHer, ...end })
  })
}

const looksAfterHer = (relation: Relation, state: State) =>
  ['lead', 'leadColleague'].includes(relation) && state !== 'everybodyBlocked' && !LEFT.includes(state)

/** Whose name stands on a board that somebody opens: of the programme’s pair for who runs it, of the school’s for its lead. */
function mayName(relation: Relation, state: State, board: 'programme' | 'school') {
  if (state === 'everybodyBlocked') return false
  return board === 'programme' ? relation === 'groupLead' : looksAfterHer(relation, state)
}

describe.each(STATES)('while it is so: %s', (state) => {
  it('every board of everybody shows the pairs it set up and no other, and not a word of any', async () => {
    const w = await tessWorld(state)
    await withAPair(w)
    const ids = [w.hers.publishedId, w.hers.programmeId, ...Object.values(w.schools)]
    const wrong: string[] = []
    for (const relation of MEMBERS)
      for (const id of ids)
        for (const [path, input] of [
          ['coordination.board', { id }],
          ['coordination.file', { id }],
          ['coordination.file', { id, of: 'figures' }],
          ['coordination.nudge', { id }],
        ] as const) {
          const { bytes } = await ask(w, relation, path, input)
          const tells = tokensIn(bytes, w.tokens)
          wrong.push(
            ...tells.filter((one) => NEVER.includes(one)).map((one) => `${relation} ${path}: ${one}`),
          )
          const board = Object.values(w.schools).includes(id) ? 'school' : 'programme'
          if (tells.includes('name') && !mayName(relation, state, board))
            wrong.push(`${relation} ${path}: her name on a ${board}’s`)
        }
    const [theirs, school] = [w.hers.publishedId, w.schools.current]
    expect(await states(w, 'groupLead', theirs)).toEqual(
      mayName('groupLead', state, 'programme') ? ['waiting', w.day < '2026-04-30' ? 'met' : 'quiet'] : [],
    )
    expect(await states(w, 'lead', school)).toEqual(mayName('lead', state, 'school') ? ['waiting'] : [])
    await w.store.close()
    expect(wrong.join('\n')).toBe('')
  }, 60_000)
})

/** How the pairs stand on a board that Tess is one of; none when it is not there. */
async function states(w: TessWorld, relation: Relation, id: string): Promise<string[]> {
  const { outcome, bytes } = await ask(w, relation, 'coordination.board', { id })
  if (outcome !== 'ok') return []
  return (JSON.parse(bytes) as { rows: { state: string }[] }).rows.map((one) => one.state)
}
