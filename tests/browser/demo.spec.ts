import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './house.ts'

const pages = ['/', '/demo', '/sign-in', '/help', '/privacy', '/accessibility', '/settings/display']

for (const path of pages) {
  test(`${path} can be read by everybody, on a narrow screen too @script`, async ({ page }) => {
    const troubles: string[] = []
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
    page.on('pageerror', (error) => troubles.push(error.message))
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(path)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, 'nothing sticks out sideways').toBeLessThanOrEqual(320)
    expect(troubles).toEqual([])
  })
}

test('anybody can be Asha in the demo, and then nobody again', async ({ page }) => {
  await page.goto('/demo')
  await page.getByRole('button', { name: 'Be Asha Rahman' }).click()
  await expect(page).not.toHaveURL(/\/demo$/)
  await page.goto('/people')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your people')
  await page.goto('/demo')
  await page.getByRole('button', { name: 'Be nobody' }).click()
  await expect(page).not.toHaveURL(/\/demo$/)
  await page.goto('/people')
  await expect(page).toHaveURL(/\/sign-in/)
})
