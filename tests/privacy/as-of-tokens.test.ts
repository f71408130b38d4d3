import { addDays, type Day } from '@wirearchy/domain'
import { expect, it } from 'vitest'
import { TABLE } from './table.ts'
import { ask } from './tess/asker.ts'
import { mayLearn } from './tess/grants.ts'
import { RELATIONS, STATES } from './tess/relations.ts'
import { tokensIn } from './tess/tokens.ts'
import { tessWorld } from './tess/world.ts'

/** Everything that can be asked as of an earlier day. */
const ASKED_AS_OF = [
  'network.people',
  'network.person',
  'network.near',
  'person.profile',
  'person.careerLine',
  'group.page',
  'group.members',
  'stint.staff',
]

/** Two days a question, another two in the next state: yesterday, and days in and around her stays. */
function daysFor(today: Day, turn: number): Day[] {
  const days = [addDays(today, -1), '2026-01-15', '2025-09-01', '2025-06-20', '2020-01-01']
  return [0, 2].map((step) => days[(turn + step) % days.length] as Day)
}

/** An answer without the day that was asked about, which may well be her last. */
const withoutTheDay = (bytes: string, asOf: string) => bytes.replaceAll(`"today":"${asOf}"`, '')

/** What is given away as of a few days around her stays, or which answers differ from today's. */
async function leaksIn(state: (typeof STATES)[number]) {
  const w = await tessWorld(state)
  const wrong: string[] = []
  let cases = 0
  try {
    for (const path of ASKED_AS_OF)
      for (const relation of RELATIONS) {
        const row = TABLE[path]
        const input = row?.input?.({ ...w, personId: w.people.self }, w, relation) as object
        const today = await ask(w, relation, path, input)
        for (const asOf of daysFor(w.day, RELATIONS.indexOf(relation) + STATES.indexOf(state))) {
          const then = await ask(w, relation, path, { ...input, asOf })
          cases += 1
          const who = `${path} as of ${asOf} asked by ${relation} in ${state}`
          if (then.outcome !== today.outcome) wrong.push(`${who}: ${then.outcome}, not ${today.outcome}`)
          if (today.outcome === 'not_found' && then.bytes !== today.bytes) wrong.push(`${who} tells apart`)
          const allowed = mayLearn(relation, state)
          const told = tokensIn(withoutTheDay(then.bytes, asOf), w.tokens).filter(
            (token) => !allowed.has(token),
          )
          wrong.push(...told.map((token) => `${who} tells her ${token}`))
        }
        const ahead = await ask(w, relation, path, { ...input, asOf: addDays(w.day, 1) })
        if (today.outcome === 'ok' && ahead.outcome !== 'bad_input')
          wrong.push(`${path} as of tomorrow: ${ahead.outcome}`)
      }
  } finally {
    await w.store.close()
  }
  return { wrong, cases }
}

it('tells nobody more by asking about an earlier day, in any relation and state', {
  timeout: 300_000,
}, async () => {
  let cases = 0
  for (const state of STATES) {
    const found = await leaksIn(state)
    expect(found.wrong, state).toEqual([])
    cases += found.cases
  }
  console.log(`${cases} cases of procedure × relation × state × day`)
  expect(cases).toBeGreaterThan(1000)
})
