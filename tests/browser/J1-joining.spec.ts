import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import {
  be,
  codeFor,
  dayFields,
  join,
  linkOf,
  moveDate,
  SEPTEMBER,
  THIS_YEARS_GROUP as slug,
} from './ways.ts'

const MARGARET = 'Margaret O’Hara'
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Makes a link as somebody who runs the group. @returns its path, /join/<code> */
async function makeLink(lead: Page, most: number, days = 'A week') {
  await lead.goto(`/groups/${slug}/invite`)
  await lead.getByLabel('How long it works').selectOption(days)
  await lead.getByLabel('How many people may use it').fill(String(most))
  await lead.getByRole('button', { name: 'Make the link' }).click()
  await expect(lead.locator('.flash')).toContainText('The link works now')
  const card = lead.locator('.share').filter({ hasText: `of ${most} who can` })
  return new URL(await card.getByLabel(/^Link to join/).inputValue()).pathname
}

test('J1: somebody scans the lead’s link on a phone, joins, says who they are and is among their people', async ({
  page: lead,
  another,
}) => {
  await be(lead, MARGARET)
  const link = await makeLink(lead, 26)
  const amira = await another()
  await amira.goto(link)
  await expect(heading(amira)).toContainText('Join Leeds PGCE Physics')
  await expect(amira.locator('main')).toContainText('Margaret O’Hara made this link')
  await expect(amira.locator('main')).toContainText('Never a pupil’s name')
  await amira.getByRole('link', { name: 'Join this training group' }).click()
  await expect(amira.getByText('you will lose the university one')).toBeVisible()
  await amira.getByLabel('Your e-mail address').fill('amira@example.com')
  await amira.getByRole('button', { name: 'Send me a code' }).click()
  await expect(amira.getByText('We’ve sent a mail to amira@example.com')).toBeVisible()
  await amira.getByLabel('Six-digit code').fill(await codeFor(amira, 'amira@example.com'))
  await amira.getByRole('button', { name: 'Sign in' }).click()

  await expect(heading(amira)).toHaveText('Two minutes to get set up')
  await amira.getByLabel('Your name').fill('Amira Haddad')
  await amira.getByLabel('Subjects').fill('Physics')
  await amira.getByRole('button', { name: 'Save and carry on' }).click()
  await expect(amira).toHaveURL(new RegExp(`/groups/${slug}$`))
  await expect(amira.locator('main')).toContainText('share your subject, Physics')
  await amira.goto('/people')
  await expect(amira.locator('main')).toContainText(/trained together, Leeds PGCE Physics/i)
  await lead.goto(`/groups/${slug}/members`)
  await expect(lead.locator('main')).toContainText('Amira Haddad')
})

test('J1: a newcomer says whom they really know, and hears when the other says so too', async ({
  page: lead,
  another,
}) => {
  await be(lead, MARGARET)
  const link = await linkOf(lead, slug)
  const [amira, bo] = [await another(), await another()]
  for (const [page, name] of [
    [amira, 'Amira Haddad'],
    [bo, 'Bo Lindqvist'],
  ] as const) {
    await join(page, link, `${name.split(' ')[0]}@example.com`)
    await page.getByLabel('Your name').fill(name)
    await page.getByRole('button', { name: 'Save and carry on' }).click()
    await expect(heading(page)).toContainText('Leeds PGCE Physics')
  }
  await amira.getByRole('link', { name: 'Who do you actually know?' }).click()
  await amira.getByRole('checkbox', { name: 'Bo Lindqvist' }).check()
  await amira.getByRole('button', { name: 'Ask them' }).click()
  await expect(amira.locator('.flash')).toContainText('They are asked')
  await bo.goto('/home')
  await bo.getByRole('button', { name: 'Yes I know Amira Haddad' }).click()
  await expect(bo.locator('.flash')).toBeVisible()
  await amira.goto('/people')
  const line = amira.getByRole('listitem').filter({ hasText: 'Bo Lindqvist' }).first()
  await expect(line).toContainText(/you know each other/i)
  await amira.goto('/notices')
  await expect(amira.locator('main')).toContainText('Bo Lindqvist')
})

test('J1: a link that lets nobody in says which way it is over, and whom to ask', async ({
  page: lead,
  another,
}) => {
  await be(lead, MARGARET)
  const [usedUp, withdrawn] = [await makeLink(lead, 1), await makeLink(lead, 2)]
  const runsOut = await makeLink(lead, 3, 'Until tomorrow')
  await lead
    .locator('.share')
    .filter({ hasText: 'of 2 who can' })
    .getByRole('button', { name: /Withdraw/ })
    .click()
  await expect(lead.locator('.flash')).toContainText('withdrawn')
  const newcomer = await another()
  await join(newcomer, usedUp, 'first@example.com')
  await expect(heading(newcomer)).toHaveText('Two minutes to get set up')

  const late = await another()
  await late.goto(usedUp)
  await expect(heading(late)).toHaveText('This link is used up')
  await expect(late.locator('main')).toContainText('Ask Margaret O’Hara')
  await late.goto(withdrawn)
  await expect(heading(late)).toHaveText('This link has been withdrawn')
  await late.goto('/join/NOPE-NOPE')
  await expect(heading(late)).toHaveText('This link leads nowhere')
  await late.goto(runsOut)
  await expect(heading(late)).toContainText('Join Leeds PGCE Physics')
  await moveDate(lead, 2)
  await late.goto(runsOut)
  await expect(heading(late)).toHaveText('This link has run out')
})

test('J1: joining again changes nothing', async ({ page: lead, another }) => {
  await be(lead, MARGARET)
  const link = await linkOf(lead, slug)
  const amira = await another()
  await join(amira, link, 'amira@example.com')
  await amira.getByRole('button', { name: 'Skip for now' }).click()
  const people = amira.getByRole('heading', { name: /^People \(/ })
  const before = await people.textContent()
  await amira.goto(link)
  await amira.getByRole('link', { name: 'You’re in already: open the group' }).click()
  await expect(people).toHaveText(before ?? '')
  await amira.context().clearCookies()
  await join(amira, link, 'amira@example.com')
  await expect(people).toHaveText(before ?? '')
})

test('J1: an address known here signs in, and the group is added to its person', async ({
  page: lead,
  another,
}) => {
  await be(lead, MARGARET)
  const sam = await another()
  await join(sam, await linkOf(lead, slug), 'Sam.Okonkwo@example.com')
  await expect(sam).toHaveURL(new RegExp(`/groups/${slug}$`))
  await sam.goto('/groups')
  const groups = sam.locator('main')
  await expect(groups).toContainText('York PGCE Mathematics')
  await expect(groups).toContainText('Leeds PGCE Physics')
  await sam.goto('/people')
  await expect(sam.locator('main')).toContainText('York PGCE Mathematics')
})

test('J1: whoever stops for now and carries on with another group keeps both sets of peers', async ({
  page: lead,
  another,
}) => {
  await be(lead, MARGARET)
  const amira = await another()
  await join(amira, await linkOf(lead, slug), 'amira@example.com')
  await amira.getByRole('button', { name: 'Skip for now' }).click()
  await amira.getByRole('link', { name: 'Stop or leave' }).click()
  await amira.getByRole('button', { name: 'Save' }).click()
  await expect(amira.locator('.flash')).toContainText('You have stopped for now')
  await amira.goto('/groups')
  await expect(amira.locator('main')).toContainText('Deferred')

  await lead.goto('/groups/new')
  await lead.getByLabel('What people call the group').fill('Leeds PGCE Physics with Maths')
  await lead.getByLabel('Who runs the course').fill('University of Leeds')
  await dayFields(lead, 'First day of the course', `1 9 ${SEPTEMBER}`)
  await dayFields(lead, 'Last day of the course', `30 6 ${SEPTEMBER + 1}`)
  await lead.getByRole('button', { name: 'Make the group' }).click()
  await lead.getByRole('button', { name: 'Make the link' }).click()
  const link = new URL(await lead.getByLabel(/^Link to join/).inputValue()).pathname
  await moveDate(lead, 1)
  await amira.goto(link)
  await amira.getByLabel('Are you carrying on after a break?').selectOption({ index: 1 })
  await amira.getByRole('button', { name: 'Join this training group' }).click()
  await expect(amira.locator('.flash')).toContainText('You’re in')
  await amira.goto('/people')
  await expect(amira.locator('main')).toContainText(/trained together, Leeds PGCE Physics, /i)
  await amira.goto('/groups')
  await expect(amira.locator('main')).toContainText('Leeds PGCE Physics with Maths')
})

test('J1: a seat kept from a list is taken by the address it was kept for', async ({
  page: lead,
  another,
}) => {
  await be(lead, MARGARET)
  await lead.goto(`/groups/${slug}/import`)
  const list = 'Name,Email\nSam Okonkwo,sam.okonkwo@example.com\nIna Petrov,ina@example.com\nOnly a name,'
  await lead.getByLabel('Or paste the list here').fill(list)
  await lead.getByRole('button', { name: 'Check the list' }).click()
  await expect(heading(lead)).toHaveText('Check the list')
  await lead.getByRole('button', { name: 'Keep these seats' }).click()
  await expect(lead.locator('.flash')).toContainText('The seats are kept')

  const sam = await another()
  await be(sam, 'Sam Okonkwo')
  await sam.goto('/groups')
  await expect(sam.locator('main')).toContainText('A place is kept for Sam Okonkwo')
  await sam.getByRole('button', { name: /Take my place/ }).click()
  await expect(sam).toHaveURL(new RegExp(`/groups/${slug}$`))
  const ina = await another()
  await join(ina, await linkOf(lead, slug), 'ina@example.com')
  await lead.goto(`/groups/${slug}/seats`)
  for (const name of [/Sam Okonkwo/, /Ina Petrov|ina@example/])
    await expect(lead.getByRole('row', { name })).toContainText('Taken')
})
