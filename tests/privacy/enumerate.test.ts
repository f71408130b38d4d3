import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from './tess/asker.ts'
import type { Relation } from './tess/relations.ts'
import { type TessWorld, tessWorld } from './tess/world.ts'

let w: TessWorld
beforeAll(async () => {
  w = await tessWorld('live')
})
afterAll(() => w.store.close())

type Question = [relation: Relation, path: string, input: (email: string, w: TessWorld) => object]

/** Everything that takes an address of somebody else. */
const QUESTIONS: Question[] = [
  ['visitor', 'account.startSignIn', (email) => ({ email })],
  ['visitor', 'account.startSignUp', (email) => ({ email })],
  ['visitor', 'account.finishCode', (email) => ({ email, code: '000000' })],
  ['visitor', 'account.signInWithPassword', (email) => ({ email, password: 'not her password' })],
  ['stranger', 'account.addAddress', (email) => ({ email })],
  ['stranger', 'account.confirmAddress', (email) => ({ email, code: '000000' })],
  ['stranger', 'account.invite', (email) => ({ email })],
  ['stranger', 'merge.start', (email) => ({ email })],
  ['stranger', 'merge.prove', (email) => ({ email, code: '000000' })],
  ['groupLead', 'account.invite', (email, { group }) => ({ email, slug: group.slug })],
  [
    'groupLead',
    'seat.checkImport',
    (email, { group }) => ({ slug: group.slug, text: `name,email\nA B,${email}` }),
  ],
  [
    'lead',
    'stint.reportJoining',
    (email, { schools }) => ({ schoolId: schools.current, email, startsOn: '2026-09-01' }),
  ],
  [
    'formerLead',
    'stint.reportJoining',
    (email, { schools }) => ({ schoolId: schools.past, email, startsOn: '2026-09-01' }),
  ],
]

it.each(QUESTIONS)(
  'answers %s the same through %s, whether or not anybody has that address',
  async (...question) => {
    const [relation, path, input] = question
    const answerTo = async (email: string) => {
      const { outcome, bytes } = await ask(w, relation, path, input(email, w))
      return [outcome, bytes.replaceAll(email, 'the address').replace(/"importId":"[^"]+"/, '"importId"')]
    }
    const about = await answerTo(w.tokens.personalEmail[0] as string)
    expect(about[0]).not.toBe('FAULT')
    expect(about).toEqual(await answerTo('nobody.at.all@home.example'))
    expect(about).toEqual(await answerTo(w.tokens.workEmail[0] as string))
  },
)
