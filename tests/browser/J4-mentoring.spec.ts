import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { be, letterTo } from './ways.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const main = (page: Page) => page.locator('main')
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

/** Margaret, who has taught for years, offers one call at a time, on Wednesdays and Thursdays after school. */
async function offers(margaret: Page) {
  await be(margaret, 'Margaret O’Hara')
  await margaret.goto('/mentoring/offer')
  await expect(main(margaret)).toContainText('Nothing here is part of your assessment.')
  await margaret.getByLabel('One call').selectOption({ label: '1 place' })
  await margaret.getByRole('checkbox', { name: 'Marking and feedback' }).check()
  await margaret.getByLabel('Subjects').fill('physics')
  await margaret.getByRole('checkbox', { name: 'Secondary' }).check()
  await margaret.getByRole('checkbox', { name: 'Online' }).check()
  await margaret.getByLabel('How long before a meeting').selectOption({ label: 'No notice' })
  await press(margaret, 'Make this offer')
  await expect(margaret.locator('.flash')).toContainText('Your offer is open')
}

async function publishesHours(margaret: Page) {
  await margaret.getByRole('link', { name: 'Add hours to your week' }).click()
  await expect(heading(margaret)).toHaveText('Your hours in the week')
  for (const day of ['Wednesday', 'Thursday']) {
    await margaret.getByLabel('Day', { exact: true }).selectOption({ label: day })
    await margaret.getByLabel('From').selectOption({ label: '4pm' })
    await margaret.getByLabel('To', { exact: true }).selectOption({ label: '5pm' })
    await press(margaret, 'Add these hours')
    await expect(main(margaret)).toContainText(`${day}s, 4pm to 5pm, online`)
  }
}

const NEED = 'How do I mark thirty practicals a week and still see my family?'

/** Three questions, and then whom she could ask. */
async function asks(asha: Page) {
  await be(asha, 'Asha Rahman')
  await asha.goto('/mentoring/ask')
  await asha.getByLabel('What would you like help with').fill(NEED)
  await asha.getByRole('checkbox', { name: 'Marking and feedback' }).check()
  await asha.getByRole('radio', { name: /^One call/ }).check()
  await asha.getByRole('checkbox', { name: 'Online' }).check()
  await asha.getByRole('radio').nth(-1).check()
  await press(asha, 'See whom you could ask')
}

test('J4: a mentor offers, a new teacher asks and sees why, and a yes opens a place for the two', async ({
  page: margaret,
  another,
}) => {
  test.setTimeout(300_000)
  await offers(margaret)
  await publishesHours(margaret)

  const asha = await another()
  await asks(asha)
  await expect(heading(asha)).toHaveText('Whom to ask')
  const card = asha.getByRole('listitem').filter({ hasText: 'Margaret O’Hara' })
  await expect(card).toContainText(/marking/i)
  await expect(card).toContainText(/physics/i)
  await expect(card).toContainText(/Wednesdays/)
  await expect(main(asha)).not.toContainText('%')
  await asha.getByLabel('Ask first').selectOption({ label: 'Margaret O’Hara' })
  await asha.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(asha).toHaveURL(/\/mentoring\/mine\/[^/]+$/)
  await expect(main(asha)).toContainText('Margaret O’Hara')

  const letter = await letterTo(asha, 'margaret.ohara@example.com', /Asha Rahman would like/)
  expect(letter).not.toContain(NEED)

  await margaret.goto('/home')
  await margaret.getByRole('link', { name: /^Answer\s+Asha Rahman/ }).click()
  await expect(heading(margaret)).toHaveText('Asha Rahman asks for your support')
  await expect(main(margaret)).toContainText(NEED)
  await expect(main(margaret)).toContainText('Your answer by')
  await expect(main(margaret)).toContainText(/Your places free\s*1/)
  await press(margaret, 'Yes, let’s talk')
  await expect(heading(margaret)).toHaveText('You and Asha Rahman')
  await expect(main(margaret)).toContainText('You mentor Asha Rahman')

  await expect(async () => {
    expect(await letterTo(asha, 'asha.rahman@example.com', /Margaret O’Hara said yes/)).toContain(
      '/mentoring/',
    )
  }).toPass()
  await booksTheFirstTime(asha)
  await expect(main(asha)).toContainText('Add to calendar')
  for (const email of ['asha.rahman@example.com', 'margaret.ohara@example.com'])
    expect(await letterTo(asha, email, /mentoring with/)).toMatch(/4pm|4:00pm/)

  await margaret.goto('/mentoring/offer')
  await expect(main(margaret)).toContainText(/0 of 1 place/)
})

async function booksTheFirstTime(asha: Page) {
  await asha.goto('/mentoring')
  await main(asha)
    .getByRole('link', { name: /Margaret O’Hara/ })
    .first()
    .click()
  await expect(heading(asha)).toHaveText('You and Margaret O’Hara')
  await expect(main(asha)).toContainText('No meeting is booked.')
  await asha.getByRole('link', { name: 'Plan a meeting' }).click()
  await asha
    .getByRole('radio', { name: /4pm to 4:30pm/ })
    .first()
    .check()
  await press(asha, 'Book this time')
  await expect(asha.locator('.flash')).toContainText('Booked')
}

test('J4: one thing asked first stops the clock, and a no goes on to whoever is next', async ({
  page: margaret,
  another,
}) => {
  await offers(margaret)
  const asha = await another()
  await asks(asha)
  await asha.getByLabel('Ask first').selectOption({ label: 'Margaret O’Hara' })
  await asha.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(asha).toHaveURL(/\/mentoring\/mine\/[^/]+$/)
  const mine = asha.url()

  await margaret.goto('/mentoring/requests')
  await main(margaret)
    .getByRole('link', { name: /Asha Rahman/ })
    .first()
    .click()
  await margaret.getByText('Ask one thing first').click()
  await margaret.getByLabel('What would you like to know').fill('Which exam board is it?')
  await press(margaret, 'Send the question')
  await expect(margaret.locator('.flash')).toContainText('Your clock stops')

  await asha.goto('/home')
  await asha.getByRole('link', { name: /^Answer\s+Margaret O’Hara/ }).click()
  await expect(asha).toHaveURL(mine)
  await expect(main(asha)).toContainText('Which exam board is it?')
  await asha.getByRole('textbox').first().fill('AQA, combined science.')
  await asha
    .getByRole('button', { name: /answer/i })
    .first()
    .click()

  await margaret.goto('/mentoring/requests')
  await main(margaret)
    .getByRole('link', { name: /Asha Rahman/ })
    .first()
    .click()
  await expect(main(margaret)).toContainText('AQA, combined science.')
  await margaret.getByRole('button', { name: 'Not at the moment', exact: true }).click()
  await expect(margaret.locator('.flash')).toContainText('Nobody asks you why')
  await asha.goto(mine)
  await expect(main(asha)).toContainText('open list')
})
