import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import {
  be,
  dayFields,
  dayFromNow,
  join,
  letterTo,
  linkOf,
  moveDate,
  THIS_YEARS_GROUP as slug,
} from './ways.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const main = (page: Page) => page.locator('main')
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()
const NAME = 'Mentors for spring'

/** Somebody new in the training group, by its link. */
async function amiraJoins(amira: Page, lead: Page) {
  await join(amira, await linkOf(lead, slug), 'amira@example.com')
  await amira.getByLabel('Your name').fill('Amira Haddad')
  await amira.getByLabel('Subjects').fill('Physics')
  await press(amira, 'Save and carry on')
  await expect(amira).toHaveURL(new RegExp(`/groups/${slug}$`))
}

/** A programme with Amira and Asha asked in. @returns its path */
async function startsOne(lead: Page) {
  await lead.goto(`/groups/${slug}`)
  await lead.getByRole('link', { name: 'Mentoring programmes' }).click()
  await lead.getByRole('link', { name: 'Start a programme' }).click()
  await lead.getByLabel('What to call it').fill(NAME)
  await dayFields(lead, 'When it is to start', dayFromNow(30))
  await press(lead, 'Start it')
  await expect(heading(lead)).toHaveText(`People in “${NAME}”`)
  await lead.getByRole('checkbox', { name: 'Amira Haddad' }).check()
  await press(lead, 'Ask them')
  await expect(lead.locator('.flash')).toContainText('Asked')
  await lead.getByRole('link', { name: 'Ask mentors in' }).click()
  await lead.getByRole('checkbox', { name: 'Asha Rahman' }).check()
  await press(lead, 'Ask them')
  await expect(lead.getByRole('row', { name: /Asha Rahman/ })).toContainText('Mentor')
  return new URL(lead.url()).pathname.replace(/\/people$/, '')
}

/** Reads what it is on the mentoring page's way, and says yes. */
async function saysYes(page: Page) {
  await page.goto('/mentoring')
  await page.getByRole('link', { name: NAME }).click()
  await expect(main(page)).toContainText('nobody else ever reads that')
  await page.getByLabel('Subject').fill('Physics')
  await press(page, 'Yes, I’m in')
  await expect(page.locator('.flash')).toContainText('You are in')
}

async function wishes(amira: Page, programme: string) {
  await amira.goto(programme)
  await amira.getByRole('link', { name: 'Say whom you would like' }).click()
  await amira.getByLabel('Somebody you would like').first().selectOption({ label: 'Asha Rahman, Physics' })
  await press(amira, 'Save my wishes')
  await expect(amira.locator('.flash')).toContainText('Nobody else reads it')
}

test('J4: a lead asks people in, they say whom they would like, and one run published once puts them together', async ({
  page: lead,
  another,
}) => {
  test.setTimeout(300_000)
  await be(lead, 'Margaret O’Hara')
  const [amira, asha] = [await another(), await another()]
  await amiraJoins(amira, lead)
  const programme = await startsOne(lead)
  await be(asha, 'Asha Rahman')
  await saysYes(amira)
  await saysYes(asha)

  await lead.goto(programme)
  await press(lead, 'Ask for wishes')
  await expect(lead.locator('.flash')).toContainText('may wish until')
  await wishes(amira, programme)
  expect((await lead.goto(`${programme}/wishes`))?.status()).toBe(404)
  await lead.goto(programme)
  await expect(lead.getByRole('button', { name: 'Run match' })).toHaveCount(0)

  await moveDate(lead, 40)
  await lead.goto(programme)
  await press(lead, 'Run match')
  await expect(heading(lead)).toHaveText(`${NAME}: run 1`)
  await expect(main(lead)).toContainText('0 blocking pairs')
  await expect(lead.getByRole('row', { name: /Amira Haddad/ })).toContainText(/Asha Rahman.*same subject/)
  await press(lead, 'Publish this run')
  await expect(lead.locator('.flash')).toContainText('Published: 1 pair')

  expect(await letterTo(amira, 'amira@example.com', /Asha Rahman is your mentor/)).toContain('First step')
  await amira.goto(programme)
  await expect(main(amira)).toContainText('Your first choice; only you see that.')
  await amira.getByRole('link', { name: /^Find a time to talk/ }).click()
  await expect(heading(amira)).toHaveText('You and Asha Rahman')
})
