import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { axeFindings, keyboardFindings, layoutFindings } from './page-checks.ts'
import { be, SEPTEMBER } from './ways.ts'

/** A day on which Asha was training, and had not begun at any school. */
const IN_TRAINING = `${SEPTEMBER - 1}-03-01`
const GROUP = `/groups/leeds-pgce-physics-${SEPTEMBER - 2}`
const SAID = `As it was on 1 March ${SEPTEMBER - 1}`

const askFor = async (page: Page, day: string, month: string, year: string) => {
  const control = page.getByText(/^See (it as it was on )?another day$/)
  if (!(await page.getByLabel('Year').isVisible())) await control.click()
  await page.getByLabel('Day', { exact: true }).fill(day)
  await page.getByLabel('Month').fill(month)
  await page.getByLabel('Year').fill(year)
  await page.getByRole('button', { name: 'Show that day' }).click()
}

test('one’s people as they were on an earlier day, and from there one of them', async ({ page }) => {
  await be(page, 'Asha Rahman')
  await page.goto('/people')
  const main = page.locator('main')
  await expect(main).toContainText('Tom Whitaker')
  await askFor(page, '1', 'March', String(SEPTEMBER - 1))
  await expect(page).toHaveURL(`/people?on=${IN_TRAINING}`)
  await expect(main).toContainText(SAID)
  await expect(main).toContainText('Trained together: Leeds PGCE Physics')
  await expect(main).not.toContainText('Tom Whitaker')
  await main.getByRole('link', { name: 'Fatima Edwards' }).first().click()
  await expect(page).toHaveURL(new RegExp(`/people/[^/]+\\?on=${IN_TRAINING}$`))
  await expect(main).toContainText('How you knew each other')
  await expect(main).not.toContainText('What you can do')
  await page.getByRole('link', { name: 'Back to today' }).click()
  await expect(page).toHaveURL(/\/people\/[^/?]+$/)
  await expect(main).toContainText('What you can do')
})

test('a day that cannot be asked about says what to enter and keeps what was typed', async ({ page }) => {
  await be(page, 'Asha Rahman')
  await page.goto('/people?q=tom')
  await askFor(page, '31', '2', '25')
  await expect(page.getByRole('alert')).toContainText('February 2025 has 28 days')
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue('31')
  await askFor(page, '1', '1', '2099')
  await expect(page.getByRole('alert')).toContainText('still to come')
  await expect(page.getByLabel('Year')).toHaveValue('2099')
  await askFor(page, '1', '10', String(SEPTEMBER - 1))
  await expect(page).toHaveURL(`/people?q=tom&on=${SEPTEMBER - 1}-10-01`)
  await expect(page.locator('main')).toContainText('Mentors you')
})

test('one’s own story and a training group up to a day, with nothing to change in them', async ({ page }) => {
  await be(page, 'Asha Rahman')
  await page.goto('/story')
  await askFor(page, '1', '3', String(SEPTEMBER - 1))
  await expect(page).toHaveURL(`/story?on=${IN_TRAINING}`)
  const main = page.locator('main')
  await expect(main).toContainText('Leeds PGCE Physics')
  for (const later of ['Lawnswood School', 'Correct', 'Add a school or a course'])
    await expect(main).not.toContainText(later)
  await main.getByRole('link', { name: 'Leeds PGCE Physics' }).first().click()
  await expect(page).toHaveURL(`${GROUP}?on=${IN_TRAINING}`)
  await expect(main).toContainText('Fatima Edwards')
  await expect(main).not.toContainText('Who do you actually know?')
  await page.goto(`${GROUP}?on=${SEPTEMBER - 2}-09-01`)
  await expect(main).toContainText('Nobody whom you may see was in it that day.')
})

test('a school’s lead sees of an earlier day only who is still there, and who is blocked sees nothing', async ({
  page,
}) => {
  await be(page, 'Priya Nair')
  await page.goto('/home')
  const main = page.locator('main')
  await main.locator('a[href$="/staff"]').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Staff of')
  const now = await main.locator('tbody tr').allInnerTexts()
  await askFor(page, '1', '10', String(SEPTEMBER))
  await expect(main).toContainText('Who has left since is not shown.')
  await expect(main).not.toContainText('Report leaving')
  const names = (rows: string[]) => rows.map((row) => row.split(/\n|\t/)[0])
  const then = names(await main.locator('tbody tr').allInnerTexts())
  expect(then.length).toBeGreaterThan(0)
  expect(then.filter((name) => !names(now).includes(name))).toEqual([])
  await be(page, 'Dan Pryce')
  await page.goto(`/people?on=${IN_TRAINING}`)
  await expect(main).toContainText(SAID)
  await expect(main).not.toContainText('Asha')
})

test('pages of an earlier day are sound: axe, widths, spacing, keyboard @script', async ({ page }) => {
  await be(page, 'Asha Rahman')
  const on = `?on=${SEPTEMBER - 1}-11-03`
  await page.goto(`/people${on}`)
  const person = await page.getByRole('link', { name: 'Tom Whitaker' }).first().getAttribute('href')
  const school = await page.getByRole('link', { name: 'Lawnswood School' }).first().getAttribute('href')
  const pages = [`/people${on}`, person, school, `/story${on}`, `${GROUP}${on}`, `${GROUP}/members${on}`]
  const findings: string[] = []
  for (const [place, path] of [...pages, '/people?on=1899-12-31'].entries()) {
    await page.setViewportSize({ width: place % 2 ? 1280 : 320, height: 900 })
    await page.goto(path ?? '')
    const isRefused = await page.getByLabel('Year').isVisible()
    const byKey = isRefused ? [] : await keyboardFindings(page)
    if (!isRefused) await page.getByText('See another day').click()
    const found = [...byKey, ...(await axeFindings(page)), ...(await layoutFindings(page))]
    findings.push(...found.map((line) => `${path}: ${line}`))
  }
  expect(findings).toEqual([])
})
