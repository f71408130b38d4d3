import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { LoadContext } from '../load-context.ts'
import { ask, attempt, redirectWith, signedIn } from './attempt.server.ts'
import { Choosing } from './choosing.ts'

const Move = z.strictObject({
  school: z.string('Choose a school.'),
  startedOn: z.iso.date({ error: 'Enter a day.' }),
  topics: z.array(z.string().min(3, 'Say a little more.')).optional(),
})

let context: LoadContext
beforeEach(() => {
  context = { origin: 'https://wirearchy.example', viewer: null, form: { key: null } } as LoadContext
})

const at = (path: string, fields?: Record<string, string>) => ({
  request: new Request(`https://wirearchy.example${path}`, {
    method: fields ? 'POST' : 'GET',
    body: fields ? new URLSearchParams(fields) : undefined,
  }),
  context,
  params: {},
})
const problem = (code: string, sentence: string, field?: string) =>
  Object.assign(new Error(sentence), { name: 'Problem', code, field })
const wrapped = (code: string, cause?: unknown) =>
  Object.assign(new Error(code, { cause }), { name: 'TRPCError', code })
const throws = (error: unknown) => () => {
  throw error
}
const thrownBy = async (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

describe('a form that is refused', () => {
  it('comes back with every answer and a sentence per field, as 400', async () => {
    const answer = await attempt(at('/moving', { school: '', note: 'half days' }), async (raw) =>
      Move.parse(raw),
    )
    expect(answer).toMatchObject({
      data: {
        values: { school: '', note: 'half days' },
        errors: { school: 'Choose a school.', startedOn: 'Enter a day.' },
      },
      init: { status: 400 },
    })
  })

  it('marks the page, so that its title says so', async () => {
    await attempt(at('/moving', {}), async (raw) => Move.parse(raw))
    expect(context.refused).toBe(true)
  })

  it('says what is wrong with a day in the place of the schema’s sentence', async () => {
    const fields = { school: 's', 'startedOn.day': '31', 'startedOn.month': '2', 'startedOn.year': '27' }
    const answer = await attempt(at('/moving', fields), async (raw) => Move.parse(raw))
    expect(answer).toMatchObject({
      data: { errors: { 'startedOn.day': 'February 2027 has 28 days. Check the day.' } },
    })
    expect(answer).not.toHaveProperty('data.errors.startedOn')
  })

  it('says what lies inside a list at the list', async () => {
    const raw = { school: 's', startedOn: '2027-09-01', topics: ['x'] }
    const answer = await attempt(at('/moving', {}), async () => Move.parse(raw))
    expect(answer).toMatchObject({ data: { errors: { topics: 'Say a little more.' } } })
  })

  it('shows no sentence in a schema’s own language', async () => {
    const answer = await attempt(at('/moving', {}), async () =>
      z.strictObject({ name: z.string() }).parse({ x: 1 }),
    )
    const { errors } = (answer as unknown as { data: { errors: Record<string, string> } }).data
    expect(errors.name).toBe('Fill this in, then try again.')
    expect(Object.values(errors).join()).not.toMatch(/Invalid|Unrecognized|expected/)
  })

  it('says of what is written in another way than it can be read that it needs a look, not that it lacks', async () => {
    const Minutes = z.strictObject({ minutes: z.union([z.number(), z.string().regex(/^\d{1,3}$/)]) })
    const answer = await attempt(at('/moving', {}), async () => Minutes.parse({ minutes: '9999' }))
    expect(answer).toMatchObject({
      data: { errors: { minutes: 'Check what you wrote here, then try again.' } },
    })
  })

  it('says at each field what lacks, also where a form may have one of two shapes', async () => {
    const name = z.string({ error: 'Give it a name.' })
    const Either = z.union([
      z.strictObject({ school: z.uuid(), name }),
      z.strictObject({ group: z.string(), name }),
    ])
    const answer = await attempt(at('/moving', {}), async () => Either.parse({ group: 'leeds' }))
    expect((answer as unknown as { data: { errors: object } }).data.errors).toEqual({
      name: 'Give it a name.',
    })
  })

  it.each([
    ['bad_input', 400],
    ['not_allowed', 403],
    ['conflict', 409],
    ['gone', 410],
    ['too_many', 429],
    ['busy', 503],
  ])('answers a problem of the kind %s with %i', async (code, status) => {
    const answer = await attempt(
      at('/moving', {}),
      throws(problem(code, 'You’re already at Ashfield.', 'school')),
    )
    expect(answer).toMatchObject({
      data: { errors: { school: 'You’re already at Ashfield.' } },
      init: { status },
    })
  })

  it('finds the refusal inside what the API wraps around it', async () => {
    const cause = problem('conflict', 'You’re already at Ashfield.')
    const answer = await attempt(at('/moving', {}), throws(wrapped('CONFLICT', cause)))
    expect(answer).toMatchObject({
      data: { errors: { '': 'You’re already at Ashfield.' } },
      init: { status: 409 },
    })
    const parsed = Move.safeParse({})
    const again = await attempt(at('/moving', {}), throws(wrapped('BAD_REQUEST', parsed.error)))
    expect(again).toMatchObject({ data: { errors: { school: 'Choose a school.' } }, init: { status: 400 } })
  })

  it('never gives a code or a password back', async () => {
    const answer = await attempt(
      at('/sign-in', { code: '1', email: 'a@b.c' }),
      throws(problem('bad_input', 'No.', 'code')),
    )
    expect(answer).toMatchObject({ data: { values: { email: 'a@b.c' } } })
    expect(answer).not.toHaveProperty('data.values.code')
  })
})

describe('an action that goes on', () => {
  it('gets the answers and what is beside the form, whose key goes with every change', async () => {
    const seen = await attempt(at('/x', { name: 'Siân', _key: 'k1', _words: 'moor' }), async (raw, more) => ({
      raw,
      more,
    }))
    expect(seen).toEqual({ raw: { name: 'Siân' }, more: { aside: { key: 'k1', words: 'moor' } } })
    expect(context.form.key).toBe('k1')
  })

  it('offers schools to choose from, which is no mistake', async () => {
    const options = [{ ref: 's1', name: 'Moorside', where: 'Leeds' }]
    const answer = await attempt(
      at('/moving', { '_school.words': 'moor' }),
      throws(new Choosing('school', options)),
    )
    expect(answer).toMatchObject({
      data: { choices: { school: options }, errors: {} },
      init: { status: 200 },
    })
    expect(context.refused).toBeUndefined()
  })

  it('leads to the next page with a sentence for it', () => {
    const response = redirectWith({ ...at('/moving', {}) }, '/people', { text: 'Your new school is saved.' })
    expect(response.headers.get('location')).toBe('/people')
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-flash=.*Secure/)
  })
})

describe('what nobody may learn', () => {
  it.each([problem('not_found', 'We can’t find that page.'), wrapped('NOT_FOUND')])(
    'is the same empty 404 in actions and loaders',
    async (error) => {
      for (const thrown of [
        await thrownBy(attempt(at('/x', {}), throws(error))),
        await thrownBy(ask(at('/x'), throws(error))),
      ]) {
        expect(thrown).toBeInstanceOf(Response)
        expect((thrown as Response).status).toBe(404)
        expect(await (thrown as Response).text()).toBe('')
      }
    },
  )

  it('is a 404 too when a loader asks for nonsense or for what it may not have', async () => {
    for (const code of ['bad_input', 'not_allowed']) {
      const thrown = await thrownBy(ask(at('/people/x'), throws(problem(code, 'Choose a person.'))))
      expect((thrown as Response).status).toBe(404)
    }
  })

  it('goes to sign in and comes back', async () => {
    const thrown = await thrownBy(ask(at('/people?q=si&index'), throws(problem('signed_out', 'Sign in.'))))
    expect((thrown as Response).headers.get('location')).toBe('/sign-in?next=%2Fpeople%3Fq%3Dsi')
    expect(() => signedIn(at('/more'))).toThrow()
  })

  it('is thrown on when it is a fault of ours', async () => {
    const bug = new TypeError('x is undefined')
    expect(await thrownBy(attempt(at('/x', {}), throws(bug)))).toBe(bug)
    expect(await thrownBy(ask(at('/x'), throws(wrapped('INTERNAL_SERVER_ERROR', bug))))).toMatchObject({
      cause: bug,
    })
    expect(await thrownBy(attempt(at('/x', {}), throws(new Response('x', { status: 302 }))))).toBeInstanceOf(
      Response,
    )
  })
})
