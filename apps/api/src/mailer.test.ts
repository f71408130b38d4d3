import { createServer, type Server } from 'node:net'
import { jobs, mails } from '@wirearchy/db'
import { testDb } from '@wirearchy/db/testing'
import { claim, LEASE_MS, post, workOnce } from '@wirearchy/domain/job'
import { sendMail } from '@wirearchy/domain/notice'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { makeClock } from './clock.ts'
import { type House, houseCtx } from './context.ts'
import { readEnv } from './env.ts'
import { handlersFor, startJobs } from './jobs.ts'
import { makeCarrier } from './mailer.ts'

const closing: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A mail server that keeps what it gets. */
async function postOffice(options: SMTPServerOptions = {}) {
  const inbox: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      stream.on('end', () => {
        inbox.push(text)
        done()
      })
    },
    ...options,
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closing.push(() => new Promise<void>((closed) => server.close(closed)))
  return { inbox, url: `smtp://127.0.0.1:${portOf(server.server as unknown as Server)}` }
}

const INVITE = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n'

const portOf = (server: Server) => (server.address() as { port: number }).port

/** A house whose letters go to a mail server, with a clock that is moved by hand. */
function houseWith(smtpUrl: string) {
  const store = testDb()
  closing.push(() => store.close())
  let passed = 0
  const secrets = {
    SECRET: 'x'.repeat(32),
    ORIGIN: 'https://wirearchy.example',
    MAIL_FROM: 'Wirearchy <hello@wirearchy.example>',
  }
  const env = readEnv({ ...secrets, SMTP_URL: smtpUrl })
  const house: House = {
    env,
    store,
    clock: makeClock(store, false, () => Date.UTC(2026, 0, 5, 9) + passed),
    index: null,
  }
  const letter = {
    to: 'ana@home.example',
    kind: 'moved',
    subject: 'Zoë moved to St Hild’s',
    text: 'Say well done.',
  }
  return {
    house,
    ctx: () => houseCtx(house),
    write: async (more = {}) => {
      const ctx = await houseCtx(house)
      await store.tx((tx) => post(tx, ctx, { ...letter, ...more }))
    },
    work: async () => workOnce(await houseCtx(house), handlersFor(env)),
    passes: (ms: number) => {
      passed += ms
    },
    theJob: async () => (await store.read.select().from(jobs))[0],
    theMail: async () => (await store.read.select().from(mails))[0],
  }
}

describe('a letter', () => {
  it('arrives once, as text, from our sender, under its own id', async () => {
    const { inbox, url } = await postOffice()
    const { write, work, passes, theMail } = houseWith(url)
    await write()
    await work()
    passes(LEASE_MS)
    await work()
    expect(inbox).toHaveLength(1)
    const mail = await theMail()
    expect(inbox[0]).toContain(`Message-ID: <${mail?.id}@wirearchy.example>`)
    expect(inbox[0]).toMatch(/From: Wirearchy <hello@wirearchy\.example>/)
    expect(inbox[0]).toContain('Content-Type: text/plain; charset=utf-8')
    expect(mail).toMatchObject({ text: '', droppedAt: null })
  })

  it('cannot be made to carry another header by what stands in its subject', async () => {
    const { inbox, url } = await postOffice()
    const { write, work } = houseWith(url)
    await write({ subject: 'Hello\r\nBcc: eve@evil.example\r\n\r\nBody of hers' })
    await work()
    expect(inbox[0]).not.toMatch(/^Bcc:/m)
    expect(inbox[0]?.split('\r\n\r\n')[1]).toContain('Say well done.')
  })

  it('can be stopped by the reader’s own mail program, and brings a meeting’s calendar file', async () => {
    const { inbox, url } = await postOffice()
    const { house } = houseWith(url)
    const letter = { to: 'ana@home.example', subject: 'Tuesday 3:45pm: mentoring with Tom', text: 'See you.' }
    const unsubscribe = 'https://wirearchy.example/unsubscribe/abc'
    await makeCarrier(house.env)({ id: '1', ...letter, unsubscribe, calendars: [INVITE] })
    await makeCarrier(house.env)({ id: '2', ...letter })
    const unfolded = inbox.map((text) => text.replace(/\r\n[ \t]+/g, ' '))
    expect(unfolded[0]).toMatch(/^List-Unsubscribe: <https:\/\/wirearchy\.example\/unsubscribe\/abc>\r$/m)
    expect(unfolded[0]).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
    expect(unfolded[0]).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=CANCEL\r$/m)
    expect(unfolded[1]).not.toMatch(/List-Unsubscribe|text\/calendar/)
  })

  it('with several meetings in it brings a file of each, by the method of each', async () => {
    const { inbox, url } = await postOffice()
    const { house } = houseWith(url)
    const letter = { to: 'ana@home.example', subject: 'Your Monday post: 2 things', text: 'See you.' }
    const calendars = [INVITE, INVITE.replace('CANCEL', 'REQUEST')]
    await makeCarrier(house.env)({ id: '1', ...letter, calendars })
    const unfolded = inbox[0]?.replace(/\r\n[ \t]+/g, ' ') ?? ''
    const files = [
      ...unfolded.matchAll(/^Content-Type: text\/calendar; charset=utf-8; method=(\w+); name=(\S+)\r$/gm),
    ]
    expect(files.map(([, method, name]) => [method, name])).toEqual([
      ['CANCEL', 'meeting-1.ics'],
      ['REQUEST', 'meeting-2.ics'],
    ])
  })

  it('that the server would not take yet comes again later, and arrives once', async () => {
    let refusals = 2
    const busy: SMTPServerOptions = {
      onRcptTo(_to, _session, done) {
        refusals -= 1
        done(refusals >= 0 ? Object.assign(new Error('Try later'), { responseCode: 451 }) : undefined)
      },
    }
    const { inbox, url } = await postOffice(busy)
    const { write, work, passes, theJob } = houseWith(url)
    await write()
    await work()
    expect(await theJob()).toMatchObject({ finishedAt: null, lastError: 'Error EENVELOPE 451' })
    expect(await work()).toBeNull()
    passes(60_000)
    await work()
    passes(600_000)
    await work()
    expect(inbox).toHaveLength(1)
    expect((await theJob())?.finishedAt).not.toBeNull()
  })

  it('to a server that never answers is given up in time and put back', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready))
    closing.push(() => silent.close())
    const { house, write, ctx, theJob } = houseWith(`smtp://127.0.0.1:${portOf(silent)}`)
    await write()
    const short = { connectionTimeout: 200, greetingTimeout: 200, socketTimeout: 200, dnsTimeout: 200 }
    const carry = makeCarrier(house.env, short)
    const done = await workOnce(await ctx(), { mail: (asked, job) => sendMail(asked, job, carry) })
    expect(done?.error).toMatchObject({ code: 'ETIMEDOUT' })
    expect(await theJob()).toMatchObject({ finishedAt: null, leasedUntil: null, tries: 1 })
  })

  it('whose worker was killed before sending is sent once by the next, after the lease', async () => {
    const { inbox, url } = await postOffice()
    const { house, write, work, passes, ctx } = houseWith(url)
    await write()
    const dead = await ctx()
    await house.store.tx((tx) => claim(tx, dead, LEASE_MS))
    expect(await work()).toBeNull()
    passes(LEASE_MS)
    await work()
    await work()
    expect(inbox).toHaveLength(1)
  })

  it('sent again after a crash between the server’s yes and our note of it bears the same id', async () => {
    const { inbox, url } = await postOffice()
    const { house, write, work, passes, ctx, theMail } = houseWith(url)
    await write()
    const job = await house.store.tx(async (tx) => claim(tx, await ctx(), LEASE_MS))
    const mail = await theMail()
    if (!job || !mail) throw new Error('There is no letter.')
    await makeCarrier(house.env)(mail)
    passes(LEASE_MS)
    await work()
    const ids = inbox.map((text) => /^Message-ID: (.+)$/m.exec(text)?.[1])
    expect([ids.length, new Set(ids).size]).toEqual([2, 1])
  })
})

describe('the job loop', () => {
  it('sends what is written while it runs, writes each day’s job once, and stops when told', async () => {
    const { inbox, url } = await postOffice()
    const { house, write, theJob } = houseWith(url)
    const stop = [startJobs(house), startJobs(house)]
    await write()
    await expect.poll(() => inbox.length, { timeout: 5_000 }).toBe(1)
    for (const end of stop) await end()
    const days = (await house.store.read.select().from(jobs)).filter(({ kind }) => kind === 'daily')
    expect(days.map(({ key }) => key)).toEqual(['daily:2026-01-05'])
    await write()
    await new Promise((wait) => setTimeout(wait, 700))
    expect(inbox).toHaveLength(1)
    expect(await theJob()).toBeDefined()
  })
})
