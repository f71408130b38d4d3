import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { be, THIS_YEARS_GROUP as GROUP, join, letterTo, linkOf, proveSame } from './ways.ts'

const flash = (page: Page) => page.locator('.flash')

/** Somebody who came by the group's link with an address of her own, and goes by a name. */
async function newcomer(page: Page, lead: Page, email: string, name: string) {
  await be(lead, 'Margaret O’Hara')
  await join(page, await linkOf(lead, GROUP), email)
  await page.goto('/start')
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Save and carry on' }).click()
  await expect(page).not.toHaveURL(/\/start/)
}

test('two records become one with a code, the old page leads to the new one, and they part again', async ({
  page,
  another,
}) => {
  const [lead, old] = [await another(), await another()]
  await newcomer(old, lead, 'ina@uni.example', 'Ina Petrov')
  await newcomer(page, lead, 'ina@home.example', 'Ina Hart')
  await lead.goto(`/groups/${GROUP}/members`)
  const oldPage = await lead
    .locator('main')
    .getByRole('link', { name: 'Ina Petrov' })
    .first()
    .getAttribute('href')

  await proveSame(page, 'ina@uni.example')
  await expect(page.getByRole('heading', { level: 2, name: 'Ina Petrov' })).toBeVisible()
  const seen = page.url()
  await page.getByRole('button', { name: 'Make them one' }).click()
  await expect(flash(page)).toContainText('together with yours now')
  await page.goto(seen)
  await expect(page).toHaveURL('/settings/same-person')
  await expect(flash(page)).toContainText('That page is over.')
  expect(await letterTo(page, 'ina@uni.example', /one now/)).toContain('Part them again')

  await lead.goto(`/groups/${GROUP}/members`)
  await expect(lead.locator('main')).not.toContainText('Ina Petrov')
  await lead.goto((oldPage ?? '').replace(/^.*\/([0-9a-f-]{36}).*$/, '/people/$1'))
  await expect(lead.getByRole('heading', { level: 1 })).toHaveText('Ina Hart')
  await old.goto('/home')
  await expect(old).toHaveURL(/\/sign-in/)

  await page.goto('/settings/same-person')
  const late = await page.context().newPage()
  await late.goto('/settings/same-person')
  await page.getByRole('button', { name: /Part them again/ }).click()
  await expect(flash(page)).toContainText('They are two again')
  await late.getByRole('button', { name: /Part them again/ }).click()
  await expect(late.getByRole('alert')).toContainText('These two are parted already.')
  await lead.goto(`/groups/${GROUP}/members`)
  await expect(lead.locator('main')).toContainText('Ina Petrov')
})

test('an address of nobody gets the same page, and no code', async ({ page }) => {
  await be(page, 'Asha Rahman')
  for (const email of ['nobody.at.all@home.example', 'asha.rahman@nowhere.example']) {
    await page.goto('/settings/same-person')
    await page.getByLabel('An e-mail address of the other record').fill(email)
    await page.getByRole('button', { name: 'Send a code to it' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enter the code')
    expect(await letterTo(page, email)).toContain('There is none that can be joined')
  }
  await page.getByLabel('Six-digit code').fill('000000')
  await page.getByRole('button', { name: 'See what will be together' }).click()
  await expect(page.getByRole('alert')).toContainText('Check the six digits')
})

test('a lead asks two members; one says yes, the other no, and nobody is told', async ({ page, another }) => {
  const [one, two] = [await another(), await another()]
  await newcomer(one, page, 'ina@uni.example', 'Ina Petrov')
  await newcomer(two, page, 'ina@home.example', 'Ina Hart')
  await page.goto(`/groups/${GROUP}/members`)
  const member = page.locator('main').getByRole('link', { name: 'Ina Petrov' }).first()
  const id = /[0-9a-f-]{36}/.exec((await member.getAttribute('href')) ?? '')?.[0]
  await page.goto(`/groups/${GROUP}/members/${id}`)
  await page.getByRole('link', { name: 'Is Ina Petrov here twice?' }).click()
  await page.getByLabel('The other record').selectOption({ label: 'Ina Hart' })
  await page.getByRole('button', { name: 'Ask both' }).click()
  await expect(flash(page)).toContainText('Both have been asked')

  await one.goto('/notices')
  await one.getByRole('link', { name: /asks whether you have two records/ }).click()
  await expect(one.locator('main')).toContainText(
    'Margaret O’Hara asks whether you and Ina Hart are one person',
  )
  await one.getByRole('button', { name: 'Yes, that is me too' }).click()
  await expect(flash(one)).toContainText('Thank you')
  await two.goto('/settings/same-person')
  await two.getByRole('button', { name: 'No, that is somebody else' }).click()
  await expect(flash(two)).toContainText('Thank you')
  await page.goto('/notices')
  await expect(page.locator('main')).not.toContainText('two records')
})
