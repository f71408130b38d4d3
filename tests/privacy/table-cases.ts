import { newId } from '@wirearchy/domain'
import { afterAll, describe, expect, it } from 'vitest'
import { miscounts } from './counts.ts'
import { EVERY_UUID, type Outcome, type Row, type Target } from './row.ts'
import { TABLE } from './table.ts'
import { type Asked, ask } from './tess/asker.ts'
import { mayLearn } from './tess/grants.ts'
import { RELATIONS, type Relation, STATES, type State } from './tess/relations.ts'
import { tokensIn } from './tess/tokens.ts'
import { type TessWorld, tessWorld } from './tess/world.ts'

/** `STATES` and `ROWS` (routers) narrow what is tried, for a mutant; then, and with `ALL=1`, nothing is left to turns. */
const TRIED = (process.env.STATES?.split(',') as State[] | undefined) ?? STATES
const ROUTERS = process.env.ROWS?.split(',')
const ROWS = Object.entries(TABLE).filter(
  ([path]) => !ROUTERS || ROUTERS.includes(path.split('.')[0] as string),
)

const isWhole = process.env.ALL === '1' || process.env.STATES !== undefined || ROUTERS !== undefined

/** Mentoring does not hang on most states of a stay or a group: these it does, in the others its rows take turns. */
const MENTORING = /^(coordination|handover|meeting|mentoring|programme|request|space)\./
const ITS_OWN: State[] = ['live', 'offering', 'voided', 'everybodyBlocked']
const TURNS = 4

/** Whether a row is tried in a state, by its place in the table. */
function isTried([path, row]: [string, Row], place: number, state: State) {
  if (row.states && !row.states.includes(state)) return false
  if (isWhole || !MENTORING.test(path) || ITS_OWN.includes(state)) return true
  return (place + STATES.indexOf(state)) % TURNS === 0
}

let cases = 0
const hersIn = (w: TessWorld): Target => ({ ...w, personId: w.people.self })
/** The same question about nobody. */
const nobodys = (w: TessWorld): Target => ({
  personId: newId(Date.now()),
  hers: Object.fromEntries(Object.keys(w.hers).map((key) => [key, newId(Date.now())])) as TessWorld['hers'],
  group: { ...w.group, slug: 'no-such-group', code: 'nosuchcode', linkId: EVERY_UUID, seatId: EVERY_UUID },
  schools: w.schools,
})

function outcomeFor({ door, goes }: Row, relation: Relation, state: State): Outcome {
  return relation === 'visitor' && door === 'member' ? 'signed_out' : goes(relation, state)
}

/** What is wrong with an answer, in words; none when all is as the table says. */
function wrongs(w: TessWorld, relation: Relation, path: string, row: Row, asked: Asked): string[] {
  const due = outcomeFor(row, relation, w.state)
  const who = `${path} asked by ${relation} in ${w.state}`
  const went =
    due === 'settled' ? !['FAULT', 'not_found', 'not_allowed'].includes(asked.outcome) : asked.outcome === due
  const allowed = mayLearn(relation, w.state)
  const also = row.also?.(relation, w.state) ?? []
  const told = tokensIn(asked.bytes, w.tokens).filter((token) => !allowed.has(token) && !also.includes(token))
  return [
    ...(went ? [] : [`${who}: ${asked.outcome}, not ${due} ${asked.bytes.slice(0, 300)}`]),
    ...told.map((token) => `${who} tells her ${token}`),
  ]
}

async function askAll(w: TessWorld) {
  const wrong: string[] = []
  for (const [path, row] of ROWS.filter((one, place) => isTried(one, place, w.state))) {
    for (const relation of RELATIONS) {
      const input = row.input?.(filled(hersIn(w)), w, relation)
      const asked = await ask(w, relation, path, input)
      cases += 1
      wrong.push(...wrongs(w, relation, path, row, asked))
      if (row.isAboutHer && outcomeFor(row, relation, w.state) === 'not_found')
        wrong.push(...(await tellsApart(w, relation, path, row, asked)))
    }
  }
  return wrong
}

/** A row that does not exist in this state is asked for by an id of nobody's. */
const filled = (target: Target): Target => ({
  ...target,
  hers: Object.fromEntries(
    Object.entries(target.hers).map(([key, id]) => [key, id || EVERY_UUID]),
  ) as TessWorld['hers'],
})

/** Out of sight reads exactly as what does not exist. */
async function tellsApart(w: TessWorld, relation: Relation, path: string, row: Row, asked: Asked) {
  const nobody = await ask(w, relation, path, row.input?.(nobodys(w), w, relation))
  return nobody.bytes === asked.bytes
    ? []
    : [`${path} asked by ${relation} in ${w.state} tells her from nobody: ${asked.bytes} / ${nobody.bytes}`]
}

/** Holds the table against the product: one half of the states in each of two files, or those that `STATES` names in the first. */
export function holdTable(half: 0 | 1) {
  const isNarrowed = process.env.STATES !== undefined
  const states = TRIED.filter((_, place) => (isNarrowed ? half === 0 : place % 2 === half))
  if (states.length === 0) it.skip('has no state to try here', () => {})
  afterAll(() => console.log(`${ROWS.length} rows, ${cases} cases of procedure × relation × state`))
  describe.each(states)('while it is so: %s', (state) => {
    it('tells everybody what their relation to Tess gives them and nothing else, and counts whom it names', async () => {
      const w = await tessWorld(state)
      const wrong = [...(await askAll(w)), ...(await miscounts(w))]
      await w.store.close()
      expect(wrong.join('\n')).toBe('')
    }, 240_000)
  })
}
