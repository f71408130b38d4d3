import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { axeFindings } from './page-checks.ts'
import { be, letterTo, linkOf, THIS_YEARS_GROUP } from './ways.ts'

/** Forms that cannot be sent empty, with the button that sends them. */
const FORMS = [
  ['/sign-in', 'Send me a code'],
  ['/sign-in/password', 'Sign in'],
] as const
const MEMBERS_FORMS = [
  ['/moving', 'Check my answers'],
  ['/groups/new', 'Make the group'],
  ['/groups/claim', 'Take my place'],
  ['/story/add', 'Add to my story'],
  ['/people/invite', 'Send the invitation'],
  ['/settings/sign-in/address', 'Send a code to it'],
  ['/settings/sign-in/password', 'Set the password'],
] as const

/** Sends a form as it opens and looks at what comes back: the summary first, its links, the title, the status. */
async function sendEmpty(page: Page, path: string, button: string, hasScript: boolean) {
  await page.goto(path)
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.locator('main').getByRole('button', { name: button }).click()
  expect((await answered).status(), path).toBe(400)
  await expect(page).toHaveTitle(/^Error: /)
  const summary = page.getByRole('alert')
  await expect(summary).toContainText('There is a problem')
  for (const link of await summary.getByRole('link').all()) {
    const field = (await link.getAttribute('href'))?.slice(1)
    await expect(page.locator(`[id="${field}"]`), `${path} #${field}`).toHaveCount(1)
  }
  await expect(page.locator('main')).not.toContainText(/\b(invalid|please|oops)\b/i)
  if (!hasScript) return
  await expect(summary).toBeFocused()
  expect(await axeFindings(page), path).toEqual([])
}

test('a form sent empty says first what is missing, leads there and loses nothing', async ({
  page,
  javaScriptEnabled,
}) => {
  const hasScript = javaScriptEnabled !== false
  for (const [path, button] of FORMS) await sendEmpty(page, path, button, hasScript)
  await be(page, 'Asha Rahman')
  for (const [path, button] of MEMBERS_FORMS) await sendEmpty(page, path, button, hasScript)
})

test('fields say what they are for, so that a phone can fill them in', async ({ page, another }) => {
  await be(page, 'Margaret O’Hara')
  const link = await linkOf(page, THIS_YEARS_GROUP)
  const newcomer = await another()
  await newcomer.goto(`${link}/you`)
  const email = newcomer.getByLabel('Your e-mail address')
  await expect(email).toHaveAttribute('type', 'email')
  await expect(email).toHaveAttribute('autocomplete', 'email')
  await email.fill('amira@example.com')
  await newcomer.getByRole('button', { name: 'Send me a code' }).click()
  const code = newcomer.getByLabel('Six-digit code')
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code')
  await expect(code).toHaveAttribute('inputmode', 'numeric')
  await page.goto('/start')
  await expect(page.getByLabel('Your name')).toHaveAttribute('autocomplete', 'name')
  await expect(page.getByLabel('Your name')).toHaveAttribute('spellcheck', 'false')
})

test('an address nobody knows gets the same page, and a letter that helps', async ({ page }) => {
  const pages: string[] = []
  for (const email of ['asha.rahman@example.com', 'zzzz.zzzzzz@example.com']) {
    await page.goto('/sign-in')
    await page.getByLabel('Your e-mail address').fill(email)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enter your code')
    pages.push((await page.locator('main').innerText()).replace(email, ''))
  }
  expect(pages[0]).toBe(pages[1])
  expect(await letterTo(page, 'zzzz.zzzzzz@example.com')).toContain('ask somebody who is already in')
})

test('two clicks ask once, and going from page to page moves the focus to its heading @script', async ({
  page,
}) => {
  await be(page, 'Margaret O’Hara')
  await page.goto(`/groups/${THIS_YEARS_GROUP}/invite`)
  await page.getByLabel('How many people may use it').fill('7')
  await page.getByRole('button', { name: 'Make the link' }).dblclick()
  await expect(page.locator('.flash')).toContainText('The link works now')
  await expect(page.locator('.share').filter({ hasText: 'of 7 who can' })).toHaveCount(1)
  await page.goto('/settings/who-can-see')
  await page.getByRole('link', { name: 'Mentoring', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mentoring')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('a page sent three times at once, as an impatient reload does, is acted on once', async ({ page }) => {
  await be(page, 'Margaret O’Hara')
  await page.goto(`/groups/${THIS_YEARS_GROUP}/invite`)
  const form = page.locator('form').filter({ has: page.getByLabel('How many people may use it') })
  const fields = await form.locator('input, select').all()
  const answers: Record<string, string> = {}
  for (const field of fields) answers[(await field.getAttribute('name')) ?? ''] = await field.inputValue()
  const sent = { ...answers, maxUses: '9' }
  const post = () =>
    page.request.post(page.url(), {
      form: sent,
      headers: { origin: new URL(page.url()).origin },
      maxRedirects: 0,
    })
  const statuses = (await Promise.all([post(), post(), post()])).map((answer) => answer.status())
  expect(statuses).toEqual([302, 302, 302])
  await page.goto(`/groups/${THIS_YEARS_GROUP}/invite`)
  await expect(page.locator('.share').filter({ hasText: 'of 9 who can' })).toHaveCount(1)
})
