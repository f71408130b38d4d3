import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { be } from './ways.ts'

/** What a spreadsheet on an older school computer saves: semicolons, Windows-1252, a day that is none. */
const LIST = Buffer.from(
  [
    'Name;Email;TRN;Start',
    'Siân Price;sian.price@example.com;;',
    "Ben Owusu;;'0012345;02/09/2026",
    'Cy Abbott;cy@example.com;;30/02/2027',
    'Siân Price;sian.price@example.com;;',
    '',
  ].join('\r\n'),
  'latin1',
)

async function makeGroup(page: Page) {
  await page.goto('/groups/new')
  await page.getByLabel('What people call the group').fill('Leeds SCITT')
  await page.getByLabel('Who runs the course').fill('Leeds SCITT')
  const days = { startedOn: ['1', 'Sept', '2026'], finishedOn: ['25', '6', '27'] }
  for (const [name, [day = '', month = '', year = '']] of Object.entries(days)) {
    await page.locator(`[name="${name}.day"]`).fill(day)
    await page.locator(`[name="${name}.month"]`).fill(month)
    await page.locator(`[name="${name}.year"]`).fill(year)
  }
  await page.getByRole('button', { name: 'Make the group' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Let people in')
  return new URL(page.url()).pathname.replace('/invite', '')
}

async function upload(page: Page, home: string, buffer: Buffer) {
  await page.goto(`${home}/import`)
  await page.getByLabel('CSV file').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Check the list' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check the list')
}

async function keep(page: Page) {
  await page.getByRole('button', { name: 'Keep these seats' }).click()
  await expect(page.locator('.flash')).toContainText('The seats are kept')
}

test('a lead uploads a list, mends the row that failed, and uploads that file', async ({ page }) => {
  await be(page, 'Margaret O’Hara')
  const home = await makeGroup(page)
  await upload(page, home, LIST)
  await expect(page.locator('main')).toContainText('There is no day 30/02/2027')
  await expect(page.locator('main')).toContainText('The same as row 2')
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the rows to fix (CSV)' }).click()
  const toFix = readFileSync(await (await saved).path(), 'utf8')
  await keep(page)

  await upload(page, home, Buffer.from(toFix.replace('30/02/2027', '28/02/2027')))
  await keep(page)
  await page.getByRole('link', { name: 'See who is not here yet' }).click()
  await expect(page.locator('main')).toContainText('3 seats, 0 taken')
  for (const name of ['Siân Price', 'Ben Owusu', 'Cy Abbott'])
    await expect(page.getByRole('rowheader', { name })).toBeVisible()
})

test('a list that was uploaded before changes nothing, and says so', async ({ page }) => {
  await be(page, 'Margaret O’Hara')
  const home = await makeGroup(page)
  await upload(page, home, LIST)
  await keep(page)
  await upload(page, home, LIST)
  await expect(page.locator('main')).toContainText('Nothing in this list would change anything')
})

test('a file that is no list says what to do instead, and nothing is lost', async ({ page }) => {
  await be(page, 'Margaret O’Hara')
  const home = await makeGroup(page)
  await page.goto(`${home}/import`)
  await page
    .getByLabel('Or paste the list here')
    .fill('Siân Price, sian.price@example.com\nBen, ben@example.com')
  await page.getByRole('button', { name: 'Check the list' }).click()
  await expect(page.getByRole('alert')).toContainText('No heading says “Name”')
  await expect(page.getByLabel('Or paste the list here')).toHaveValue(/Siân Price/)
})

test('a place kept under a number is taken by who knows the number and the name', async ({
  page,
  another,
}) => {
  await be(page, 'Margaret O’Hara')
  const home = await makeGroup(page)
  await upload(page, home, Buffer.from('Name,TRN\nAsha Rahman,0012345\n'))
  await keep(page)
  const asha = await another()
  await be(asha, 'Asha Rahman')
  await asha.goto('/groups/claim')
  await asha.getByLabel('Your TRN or trainee ID').fill('0054321')
  await asha.getByRole('button', { name: 'Take my place' }).click()
  await expect(asha.getByRole('alert')).toContainText('No place is kept under that number and name')
  await asha.getByLabel('Your TRN or trainee ID').fill('RP00/12345')
  await asha.getByRole('button', { name: 'Take my place' }).click()
  await expect(asha.getByRole('heading', { level: 1 })).toHaveText('Leeds SCITT')
  await page.goto(`${home}/seats`)
  await expect(page.locator('main')).toContainText('1 seat, 1 taken')
})
