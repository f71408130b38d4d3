import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { be } from './ways.ts'

const flash = (page: Page) => page.locator('.flash')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const decide = (page: Page) => page.getByRole('button', { name: 'Decide' }).click()
const waits = (page: Page, school: string) => page.getByRole('link', { name: school, exact: true })

test('whoever looks after the school list finds what waits; for everybody else there is no such page @script', async ({
  page,
}) => {
  await be(page, 'Ruth Adeyemi')
  await expect(heading(page)).toHaveText('The school list')
  for (const school of ['Harrow Lane School', 'Mill Street Infant School', 'Mill Street Junior School'])
    await expect(waits(page, school)).toBeVisible()
  await waits(page, 'Harrow Lane School').click()
  await expect(page.locator('main')).toContainText('Successor - Split School')
  await expect(page.locator('main')).toContainText('Fewer than 5')
  await expect(page.locator('main')).not.toContainText('Ruth')
  const change = new URL(page.url()).pathname
  await be(page, 'Priya Nair')
  for (const path of ['/schools/review', change, `${change}/undo`, '/schools/review/told'])
    expect((await page.goto(path))?.status(), path).toBe(404)
  await page.goto('/more')
  await expect(page.getByRole('link', { name: 'The school list' })).toHaveCount(0)
})

test('a split is decided with one word and taken back with another', async ({ page }) => {
  await be(page, 'Ruth Adeyemi')
  await waits(page, 'Harrow Lane School').click()
  await decide(page)
  await expect(page.getByRole('alert')).toContainText('Choose what happened to the school.')
  await page.getByRole('radio', { name: 'Several schools follow it' }).check()
  await page.getByLabel(/^Why/).fill('The council’s own page says so.')
  await decide(page)
  await expect(flash(page)).toContainText('Decided.')
  await expect(waits(page, 'Harrow Lane School')).toHaveCount(0)
  await page.getByRole('link', { name: 'Decided', exact: true }).click()
  await waits(page, 'Harrow Lane School').click()
  await expect(page.locator('main')).toContainText('by you')
  await page.getByRole('link', { name: 'Undo it' }).click()
  await page.getByRole('button', { name: 'Undo it' }).click()
  await expect(flash(page)).toContainText('it waits again')
  await page.goto('/schools/review')
  await expect(waits(page, 'Harrow Lane School')).toBeVisible()
})

test('of two schools that each follow the other, one is chosen; the undo beside the thanks takes it back', async ({
  page,
}) => {
  await be(page, 'Ruth Adeyemi')
  await waits(page, 'Mill Street Infant School').click()
  await expect(page.locator('main')).toContainText('each of these follows the other')
  await page.getByRole('radio', { name: 'It became part of another school' }).check()
  await page.getByRole('radio', { name: 'Mill Street Junior School' }).check()
  await decide(page)
  await expect(flash(page)).toContainText('Decided.')
  await expect(waits(page, 'Mill Street Infant School')).toHaveCount(0)
  await flash(page).getByRole('button', { name: 'Undo' }).click()
  await expect(flash(page)).toContainText('it waits again')
})

test('a school told of by name is found in the list, and put back', async ({ page }) => {
  await be(page, 'Ruth Adeyemi')
  await page.getByRole('link', { name: 'Told of by name' }).click()
  await expect(page.locator('main')).toContainText('Loch Fada Academy')
  await page.getByRole('link', { name: 'Allerton High', exact: true }).click()
  await page.getByRole('radio', { name: 'A school of the list' }).check()
  await page.getByRole('radio', { name: 'Allerton High School' }).check()
  await decide(page)
  await expect(flash(page)).toContainText('Decided.')
  await expect(page.getByRole('link', { name: 'Allerton High', exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: 'Those that are decided' }).click()
  await page.getByRole('link', { name: 'Allerton High', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'It is a school of the list' })).toBeVisible()
  await page.getByRole('link', { name: 'Undo it' }).click()
  await page.getByRole('button', { name: 'Undo it' }).click()
  await expect(flash(page)).toContainText('It waits again.')
})

test('somebody whose school has split is asked once where she is now, and answers or not as she likes', async ({
  page,
}) => {
  await be(page, 'Ruth Adeyemi')
  await page.goto('/moving')
  await page.getByRole('link', { name: 'Which one are you at now?' }).click()
  await expect(heading(page)).toHaveText('Which school are you at now?')
  await page.getByRole('link', { name: 'Not now' }).click()
  const question = page.getByText('Your school has changed in the official list.')
  await expect(question).toBeVisible()
  await page.getByRole('link', { name: 'Say which' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose where you are now.')
  await page.getByRole('radio', { name: 'Harrow Lane Upper School' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(flash(page)).toContainText('Your people stay your people.')
  await expect(question).toHaveCount(0)
  await page.goto('/story')
  await expect(page.locator('main')).toContainText('Harrow Lane Upper School')
  await page.getByRole('link', { name: 'Harrow Lane School', exact: true }).first().click()
  await expect(page.locator('main')).toContainText('Closed on 31 August 2026')
  await page.getByRole('link', { name: 'Harrow Lane Upper School' }).click()
  await expect(page.locator('main')).toContainText('The register names before it: Harrow Lane School')
})
