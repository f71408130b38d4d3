import { expect, it } from 'vitest'
import { PROCEDURES } from './procedures.ts'
import { TABLE } from './table.ts'
import { ask } from './tess/asker.ts'
import type { Relation } from './tess/relations.ts'
import { tokensIn } from './tess/tokens.ts'
import { type TessWorld, tessWorld } from './tess/world.ts'

const LAST_DAY = '2026-08-19'
const DAY_AFTER = '2026-08-20'
const inputOf = (w: TessWorld, path: string, relation: Relation) =>
  TABLE[path]?.input?.({ ...w, personId: w.people.self }, w, relation)

/** Everything of Tess's that a relation finds on a day, by procedure; beside its own school's name, and what a link says of its group. */
async function foundOn(w: TessWorld, relation: Relation, day: string) {
  const found: string[] = []
  for (const { path } of PROCEDURES.filter(({ path }) => !TABLE[path]?.states)) {
    const { bytes } = await ask(w, relation, path, inputOf(w, path, relation), day)
    for (const token of tokensIn(bytes, w.tokens)) found.push(`${path}: ${token}`)
  }
  return found.filter((line) => !line.endsWith('currentSchool') && !line.startsWith('group.linkPage'))
}

it('shows a school’s lead nothing of whom they looked after, from the moment the last day is over', async () => {
  const w = await tessWorld('movingOpenly')
  expect(await foundOn(w, 'lead', LAST_DAY)).toContain('network.person: name')
  expect(await foundOn(w, 'lead', LAST_DAY)).toContain('stint.staff: name')
  expect(await foundOn(w, 'lead', DAY_AFTER)).toEqual([])
  await w.store.close()
}, 120_000)

it('refuses the former lead everything that they could do the day before', async () => {
  const w = await tessWorld('movingOpenly')
  for (const path of ['stint.reportLeaving', 'stint.confirm', 'network.person', 'person.profile']) {
    const on = (day: string) => ask(w, 'lead', path, inputOf(w, path, 'lead'), day)
    expect([path, (await on(LAST_DAY)).outcome, (await on(DAY_AFTER)).outcome]).toEqual([
      path,
      'ok',
      'not_found',
    ])
  }
  await w.store.close()
})

it('costs the people of a training group, mentors and connections none of their ties', async () => {
  const w = await tessWorld('movingOpenly')
  const tied: Relation[] = [
    'peer',
    'mentor',
    'mentee',
    'formerMentor',
    'connection',
    'formerConnection',
    'groupLead',
  ]
  for (const relation of tied) {
    const reasons = async (day: string) => {
      const { bytes } = await ask(w, relation, 'network.person', { id: w.people.self }, day)
      const { reasons, because } = JSON.parse(bytes)
      return { reasons, because }
    }
    const kept = await reasons(LAST_DAY)
    expect(kept.reasons.length + kept.because.length).toBeGreaterThan(0)
    expect(await reasons(DAY_AFTER), relation).toEqual(kept)
  }
  await w.store.close()
})
