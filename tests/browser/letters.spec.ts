import { request } from '@playwright/test'
import { expect, test } from './house.ts'
import { anyLetterTo, be, wayToStop } from './ways.ts'

const ASHA = 'asha.rahman@example.com'

test('a button in a letter answers for whoever got it, once, and only when it is pressed', async ({
  page,
  another,
}) => {
  const letter = await anyLetterTo(page, ASHA, /Not at the moment:/)
  const no = /Not at the moment:\s+\S+(\/do\/\S+)/.exec(letter)?.[1] ?? ''
  const nobody = await another()
  const looked = await nobody.goto(no)
  expect(looked?.headers()['referrer-policy']).toBe('no-referrer')
  await nobody.goto(no)
  await expect(nobody.getByRole('heading', { level: 1 })).toHaveText(/^Say that you can’t support /)
  await nobody.getByRole('button', { name: 'Not at the moment' }).click()
  await expect(nobody.getByRole('heading', { level: 1 })).toHaveText('Done')
  await nobody.goto(no)
  await expect(nobody.locator('main')).toContainText('This button has been used: each works once.')
  await nobody.goto('/home')
  await expect(nobody).toHaveURL(/\/sign-in/)
})

test('letters wait, go in one a day, and a mail program stops them by itself', async ({ page, baseURL }) => {
  await expect(async () => {
    await page.goto('/demo/outbox')
    const waits = page.getByText('Waits to go in a bundle with others, until')
    await expect(waits.first()).toBeVisible({ timeout: 500 })
  }).toPass()
  const stop = await wayToStop(page)
  const mailProgram = await request.newContext({ baseURL })
  const form = { 'List-Unsubscribe': 'One-Click' }
  for (const _ of [1, 2]) expect((await mailProgram.post(stop, { form })).status()).toBe(200)
  expect((await mailProgram.post('/people', { form })).status()).toBe(403)
  await mailProgram.dispose()
  await be(page, 'Asha Rahman')
  await page.goto('/settings/notices')
  await expect(page.getByLabel('Your people move')).toHaveValue('off')
  await expect(page.getByLabel('Meetings')).toHaveValue('now')
  await page.getByLabel('Your people move').selectOption('weekly')
  await page.getByRole('button', { name: 'Save how soon' }).click()
  await expect(page.locator('.flash')).toContainText('Saved')
  await expect(page.getByLabel('Your people move')).toHaveValue('weekly')
})

test('stopping a kind of letter from its page, and a time that nobody can read, say what to do', async ({
  page,
}) => {
  await page.goto(await wayToStop(page))
  await page.getByRole('button', { name: 'Stop them' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^You get no more /)
  await be(page, 'Asha Rahman')
  await page.goto('/settings/notices')
  await page.getByLabel('In the evening from').fill('when it is dark')
  await page.getByRole('button', { name: 'Save quiet hours' }).click()
  await expect(page.locator('main')).toContainText('Write when your evening begins, such as 7:30am.')
  await page.getByLabel('In the evening from').fill('8.30 pm')
  await page.getByRole('button', { name: 'Save quiet hours' }).click()
  await expect(page.locator('.flash')).toContainText('Saved')
  await page.reload()
  await expect(page.getByLabel('In the evening from')).toHaveValue('8:30pm')
})
