import { hasLeft, ONCE, own, type Row } from '../row.ts'

const KNOWN = { email: 'peer@home.example' }
const door = (input: unknown, goes: Row['goes']): Row => ({
  door: 'door',
  input: () => input,
  goes,
  states: ONCE,
})
const NO_TOKEN = { token: 'x'.repeat(43) }

/** Ways in: nothing here is about Tess, and nothing tells whose address is known. */
export const account: Record<string, Row> = {
  'account.startSignIn': door(KNOWN, () => 'ok'),
  'account.startSignUp': door({ email: 'somebody.new@home.example' }, () => 'ok'),
  'account.finishCode': door({ ...KNOWN, code: '000000' }, () => 'gone'),
  'account.signInWithPassword': door({ ...KNOWN, password: 'not their password' }, () => 'bad_input'),
  'account.invitation': door(NO_TOKEN, () => 'not_found'),
  'account.startInvitation': door(NO_TOKEN, () => 'not_found'),
  'account.acceptInvitation': door(NO_TOKEN, () => 'not_found'),
  'account.signOut': { ...own, input: () => ({}), states: ONCE },
  'account.sessions': own,
  'account.endSession': { ...own, input: () => ({ sessionId: 'somebody else’s' }), goes: () => 'not_found' },
  'account.endOtherSessions': { ...own, input: () => ({}), states: ONCE },
  'account.addresses': own,
  'account.addAddress': {
    ...own,
    input: (_, __, relation) => ({ email: `another.${relation.toLowerCase()}@home.example` }),
    states: ONCE,
  },
  'account.confirmAddress': {
    ...own,
    input: () => ({ ...KNOWN, code: '000000' }),
    goes: () => 'gone',
    states: ONCE,
  },
  'account.removeAddress': {
    ...own,
    input: ({ hers }) => ({ addressId: hers.addressId }),
    goes: (relation, state) => (relation === 'self' && !hasLeft(state) ? 'ok' : 'not_found'),
    isAboutHer: true,
  },
  'account.passwordSetAt': own,
  'account.setPassword': { ...own, input: () => ({ password: 'a long sentence of my own' }), states: ONCE },
  'account.removePassword': { ...own, input: () => ({}), states: ONCE },
  'account.invite': { ...own, input: () => ({ email: 'a.friend@home.example' }), states: ONCE },
}
