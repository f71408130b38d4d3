import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { clippedTexts, hiddenFocus, smallTexts } from './in-page.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the page as it stands, one line a finding. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `axe ${id}: ${html.slice(0, 160)} ${failureSummary?.slice(0, 200)}`,
    ),
  )
}

/** Sideways scroll on narrow screens, small print, texts cut off by wide spacing: what axe does not look for. */
export async function layoutFindings(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of [256, 320]) {
    await page.setViewportSize({ width, height: 740 })
    const sticksOut = await page.evaluate(widestBeyond)
    if (sticksOut) found.push(`scrolls sideways at ${width} px: ${sticksOut}`)
  }
  for (const text of await page.evaluate(smallTexts)) found.push(`smaller than 16 px: ${text}`)
  for (const text of await page.evaluate(clippedTexts)) found.push(`cut off when spaced out: ${text}`)
  return found
}

/** The page's outermost part beyond its right edge; nothing when it fits. */
function widestBeyond() {
  const room = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= room) return ''
  const out = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > room + 1,
  )
  return `${document.documentElement.scrollWidth} px, ${out[0]?.outerHTML.slice(0, 160)}`
}

/** By keyboard: the way past the header comes first, it works, and whatever has the focus shows it. */
export async function keyboardFindings(page: Page): Promise<string[]> {
  const found: string[] = []
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('Tab')
  const first = await page.evaluate(() => document.activeElement?.textContent)
  if (first !== 'Skip to main content') found.push(`the first stop is “${first}”`)
  for (const where of await page.evaluate(hiddenFocus)) found.push(`no ring of focus: ${where}`)
  await page.locator('.skip').focus()
  await page.keyboard.press('Enter')
  const place = await page.evaluate(() => document.activeElement?.id ?? '')
  if (place !== 'main') found.push(`the way past the header leads to “${place}”`)
  return found
}
