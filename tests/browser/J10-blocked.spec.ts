import { expect, test } from './house.ts'
import { be } from './ways.ts'

test('J10: somebody blocked finds no trace of who blocked them', async ({ page }) => {
  await be(page, 'Dan Pryce')
  for (const path of ['/home', '/people', '/people?q=Asha', '/groups', '/notices']) {
    await page.goto(path)
    await expect(page.locator('main')).not.toContainText('Asha Rahman')
  }
  await be(page, 'Asha Rahman')
  await page.goto('/people?q=Dan')
  await expect(page.locator('main')).not.toContainText('Dan Pryce')
  await page.goto('/settings/blocks')
  await expect(page.locator('main')).toContainText('Dan Pryce')
})

test('J10: one tap, one question, and both are gone from each other; lifting it brings both back', async ({
  page,
}) => {
  await be(page, 'Asha Rahman')
  await page.goto('/people?q=Tom+Whitaker')
  await page.getByRole('link', { name: 'Tom Whitaker' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tom Whitaker')
  const his = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'Block Tom Whitaker' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Block Tom Whitaker?')
  await page.getByRole('button', { name: 'Block' }).click()
  await expect(page.locator('.flash')).toContainText('Blocked')
  expect((await page.goto(his))?.status()).toBe(404)
  await be(page, 'Tom Whitaker')
  await page.goto('/people?q=Asha')
  await expect(page.locator('main')).not.toContainText('Asha Rahman')

  await be(page, 'Asha Rahman')
  await page.goto('/settings/blocks')
  await page.getByRole('button', { name: 'Unblock Tom Whitaker' }).click()
  await expect(page.locator('.flash')).toContainText('lifted')
  expect((await page.goto(his))?.status()).toBe(200)
})
