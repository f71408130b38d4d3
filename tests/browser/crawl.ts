import type { Page } from '@playwright/test'
import { axeFindings, keyboardFindings, layoutFindings } from './page-checks.ts'
import { pageAt } from './routes.ts'

/** How a page is looked at. */
export interface Look {
  width: number
  colorScheme: 'light' | 'dark'
}

export const LOOKS: readonly Look[] = [
  { width: 320, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
]

/** What was read: each page's pattern with its title, and what is wrong with it. */
export interface Read {
  titles: Map<string, string>
  findings: string[]
}

/**
 * Follows the links from `starts`, one address for each page there is, and looks at all of them.
 * @param looksFor the widths and themes that axe gets to see a page in, by its pattern; perhaps none, and null for a page
 *   that others have been seen to fit on: then it must answer, with its own heading and title
 * @param isRead which pages to read, by their pattern: all of them unless this reader is there for a few
 */
export async function crawl(
  page: Page,
  starts: readonly string[],
  looksFor: (pattern: string) => readonly Look[] | null,
  isRead: (pattern: string) => boolean = () => true,
): Promise<Read> {
  const read: Read = { titles: new Map(), findings: [] }
  const queue = [...starts]
  const seen = new Set<string>()
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const pattern = pageAt(path.split('?')[0] ?? path)
    if (!pattern || seen.has(pattern) || !isRead(pattern)) continue
    seen.add(pattern)
    const status = (await page.goto(path))?.status()
    const at = pageAt(new URL(page.url()).pathname)
    if (at !== pattern && (at === undefined || read.titles.has(at) || seen.has(at))) continue
    seen.add(at ?? '')
    const found = [
      ...(status === 200 ? [] : [`answers ${status}`]),
      ...(await headFindings(page, at ?? pattern, read.titles)),
      ...(await looked(page, looksFor(at ?? pattern))),
    ]
    read.findings.push(...found.map((line) => `${path}: ${line}`))
    queue.push(...(await linksOf(page)))
  }
  return read
}

/** One first heading, and a title that no other page has. */
async function headFindings(page: Page, pattern: string, titles: Map<string, string>): Promise<string[]> {
  const found: string[] = []
  const headings = await page.locator('h1').count()
  if (headings !== 1) found.push(`has ${headings} first headings`)
  const title = await page.title()
  for (const [other, same] of titles) if (same === title) found.push(`has the title of ${other}: “${title}”`)
  titles.set(pattern, title)
  return found
}

/** Everybody's own pages must fit narrow screens; axe and the keyboard try a page in the looks it gets. */
async function looked(page: Page, looks: readonly Look[] | null): Promise<string[]> {
  if (looks === null) return []
  const found: string[] = []
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    found.push(...(await axeFindings(page)).map((line) => `${width} ${colorScheme} ${line}`))
  }
  found.push(...(await layoutFindings(page)))
  return looks.length > 0 ? [...found, ...(await keyboardFindings(page))] : found
}

/** The addresses on our own pages that this one leads to. */
function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter(({ origin, download }) => origin === location.origin && !download)
      .map(({ pathname, search }) => pathname + search),
  )
}
