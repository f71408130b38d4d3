import { describe, expect, it } from 'vitest'
import { readEnv } from './env.ts'

const whole = {
  SECRET: 'x'.repeat(32),
  ORIGIN: 'https://wirearchy.example',
  SMTP_URL: 'smtp://mail.example:25',
  MAIL_FROM: 'Wirearchy <hello@wirearchy.example>',
}
const complaint = (from: NodeJS.ProcessEnv) => {
  try {
    readEnv(from)
    return []
  } catch (error) {
    return (error as Error).message.split('\n').slice(1)
  }
}

describe('settings', () => {
  it('that are missing are all named at once, each with what to set', () => {
    const lines = complaint({})
    expect(lines.map((line) => /^- (\w+) is missing\. Set it to /.exec(line)?.[1])).toEqual([
      'SECRET',
      'ORIGIN',
      'SMTP_URL',
      'MAIL_FROM',
    ])
    const { SMTP_URL, ...rest } = whole
    expect(complaint(rest)).toHaveLength(1)
    expect(complaint({ ...rest, SMTP_URL })).toEqual([])
  })

  it('that cannot be used are named too', () => {
    expect(complaint({ ...whole, SECRET: 'short' })[0]).toMatch(/SECRET is too short/)
    for (const DATABASE_URL of ['postgres://db.example/wirearchy', '/srv/wirearchy.db', 'file:'])
      expect(complaint({ ...whole, DATABASE_URL })[0]).toMatch(/DATABASE_URL must name a SQLite file/)
    for (const ORIGIN of [
      'http://wirearchy.example',
      'https://wirearchy.example/path',
      'wirearchy.example',
      'ftp://localhost',
      'https://a@b.example',
    ])
      expect(complaint({ ...whole, ORIGIN })[0], ORIGIN).toMatch(/ORIGIN must be/)
    expect(complaint({ ...whole, PORT: 'eighty' })[0]).toMatch(/PORT is "eighty"/)
    expect(complaint({ ...whole, SMTP_URL: 'mail.example' })[0]).toMatch(/SMTP_URL must begin/)
  })

  it('are not needed by the demo, nor by a command', () => {
    expect(readEnv({ DEMO: '1' })).toMatchObject({ demo: true, port: 3000, origin: 'http://localhost:3000' })
    expect(readEnv({}, 'command')).toMatchObject({ demo: false, databaseUrl: 'file:./data/wirearchy.db' })
    expect(readEnv({ ...whole, ORIGIN: 'http://localhost:8080/' }).origin).toBe('http://localhost:8080')
    expect(readEnv({ ...whole, GRAPH_INDEX: 'off', TRUST_PROXY: '1' })).toMatchObject({
      graphIndex: false,
      trustProxy: 1,
    })
  })
})
