import { expect, test } from './house.ts'
import { be } from './ways.ts'
import { withoutOnce } from './without-once.ts'

const SIGNED_IN = ['/home', '/people', '/groups', '/settings', '/moving', '/notices', '/story']

test('nobody’s cache keeps a page of somebody signed in', async ({ page }) => {
  await be(page, 'Asha Rahman')
  for (const path of SIGNED_IN) {
    const answer = await page.goto(path)
    expect(answer?.headers()['cache-control'], path).toContain('no-store')
  }
})

test('on a shared computer, Back shows nothing after signing out', async ({ page }) => {
  await be(page, 'Asha Rahman')
  await page.goto('/people')
  await expect(page.locator('main')).toContainText('Tom Whitaker')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.locator('.flash')).toContainText('You are signed out')
  await page.goBack()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.locator('body')).not.toContainText('Tom Whitaker')
})

test('what somebody may not see answers as what is not there, to the letter', async ({ page, another }) => {
  const tom = await another()
  await be(tom, 'Tom Whitaker')
  await tom.goto('/people?q=Asha')
  const hers = await tom.getByRole('link', { name: 'Asha Rahman' }).first().getAttribute('href')
  const nobodys = hers?.replace(/.{12}$/, '000000000000')
  await be(page, 'Dan Pryce')
  const answers = []
  for (const path of [hers, nobodys]) {
    const answer = await page.request.get(path ?? '')
    const body = withoutOnce((await answer.text()).replaceAll(path ?? '', 'this page'))
    answers.push(`${answer.status()} ${body}`)
  }
  expect(answers[0]).toMatch(/^404 /)
  expect(answers[0]).toBe(answers[1])
})
