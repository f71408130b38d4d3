import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROCEDURES } from './procedures.ts'
import { TABLE } from './table.ts'
import { ask } from './tess/asker.ts'
import { type TessWorld, tessWorld } from './tess/world.ts'

/** What may be asked without signing in, by name: a new one is added here by hand, or not at all. */
const WITHOUT_A_SESSION = [
  'account.acceptInvitation',
  'account.finishCode',
  'account.invitation',
  'account.signInWithPassword',
  'account.startInvitation',
  'account.startSignIn',
  'account.startSignUp',
  'demo.cast',
  'demo.clock',
  'demo.outbox',
  'demo.setClock',
  'demo.signInAs',
  'group.linkPage',
  'meeting.feed',
  'notice.look',
  'notice.press',
  'notice.seeUnsubscribe',
  'notice.unsubscribe',
]

let w: TessWorld
beforeAll(async () => {
  w = await tessWorld('live')
})
afterAll(() => w.store.close())

const inputOf = (path: string, isNobody = false) =>
  TABLE[path]?.input?.({ ...w, personId: w.people.self }, w, isNobody ? 'visitor' : 'self')

describe('the door', () => {
  it('is shut to whoever is not signed in, but for what is named here', async () => {
    const answered: string[] = []
    for (const { path } of PROCEDURES) {
      const { outcome } = await ask(w, 'visitor', path, inputOf(path, true))
      if (outcome !== 'signed_out') answered.push(path)
    }
    expect(answered.sort()).toEqual(WITHOUT_A_SESSION)
  })

  it('says of each of these in the table that it is open', () => {
    const open = Object.entries(TABLE).filter(([, { door }]) => door !== 'member')
    expect(open.map(([path]) => path).sort()).toEqual(WITHOUT_A_SESSION)
  })

  it('refuses an answer with a key too many, however right the others are', async () => {
    for (const { path, takesInput } of PROCEDURES.filter((one) => one.takesInput)) {
      const input = { ...(inputOf(path) as object), isAdmin: true }
      const { outcome } = await ask(w, 'self', path, input)
      expect([path, takesInput, outcome]).toEqual([path, true, 'bad_input'])
    }
  })

  it('takes no change without an input, so that no plain form can send one', () => {
    const bare = PROCEDURES.filter(({ type, takesInput }) => type === 'mutation' && !takesInput)
    expect(bare.map(({ path }) => path)).toEqual([])
  })
})
