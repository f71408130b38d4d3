import { accountEmails } from '@wirearchy/db'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { postHouse } from './testing.ts'

let house: ReturnType<typeof postHouse>
let ana = ''
beforeEach(async () => {
  house = postHouse('2026-01-05')
  ana = await house.member('Ana')
  await house.store.tx(async (tx) => void (await tx.update(accountEmails).set({ kind: 'work' })))
})
afterEach(() => house.close())

const SOMETHING = 'There is something new for you on Wirearchy'

describe('a letter of mentoring to a work address', () => {
  it('says that there is something and not what, has no button, no calendar file and no link that names its kind', async () => {
    for (const kind of ['mentoring_asked', 'meeting_booked', 'programme_mentees'])
      await house.write(ana, kind, { calendar: 'BEGIN:VCALENDAR', text: 'Zoë: http://localhost:3000/do/KEY' })
    await house.work()
    expect(house.inbox).toHaveLength(3)
    for (const mail of house.inbox) {
      expect(mail).toMatchObject({ to: 'ana@home.example', subject: SOMETHING, calendars: [] })
      expect(mail.unsubscribe).toBeUndefined()
      expect(mail.text).not.toMatch(/Zoë|\/do\/|mentor|meeting|programme/i)
    }
  })

  it('is one line of a bundle, however many there are, beside letters that may be told', async () => {
    await house.write(ana, 'check_in', { line: 'How is it going with Zoë?' })
    await house.write(ana, 'nudge_quiet', { line: 'You and Zoë have not met' })
    await house.write(ana, 'moved', { line: 'Ben moves to Marlow' })
    await house.until('2026-01-07', 720)
    const [bundle] = house.inbox
    expect(house.inbox).toHaveLength(1)
    expect(bundle?.text.split(SOMETHING)).toHaveLength(2)
    expect(bundle?.text).toContain('Ben moves to Marlow')
    expect(`${bundle?.subject}${bundle?.text}`).not.toMatch(/Zoë|going with|not met/)
  })

  it('that is of something else says what it always does', async () => {
    await house.write(ana, 'password_changed')
    await house.work()
    expect(house.inbox[0]?.text).toBe('All about password_changed.\n')
  })
})
