import type { Page } from '@playwright/test'
import { crawl, LOOKS, type Look } from './crawl.ts'
import { expect, test } from './house.ts'
import { PAGES } from './routes.ts'
import {
  be,
  dayFields,
  dayFromNow,
  THIS_YEARS_GROUP as GROUP,
  join,
  letterTo,
  linkOf,
  proveSame,
  wayToStop,
} from './ways.ts'

/** `npm run test:browser -- --full` lets axe see each page at both widths, in both themes, as everybody. */
const isFull = process.env.FULL === '1'
const MINUTES = isFull ? 45 : 12
const seenByAxe = new Set<string>()
const fitted = new Map<string, number>()
const FITTED_BY = 1
const readBy = new Map<string, readonly string[]>()

interface Reader {
  name: string
  /** The pages that they are there for; all of them when left out. */
  only?: RegExp
  /** Signs in and prepares what only they can open. @returns more addresses to start from */
  enter: (page: Page) => Promise<string[]>
}

const READERS: Reader[] = [
  { name: 'a visitor', enter: asVisitor },
  { name: 'Asha Rahman', enter: asAsha },
  cast('Priya Nair'),
  { name: 'Margaret O’Hara', enter: asMargaret },
  { name: 'Siân Llewellyn', enter: asSian },
  { name: 'Sam Okonkwo', enter: asSam },
  { name: 'Ruth Adeyemi', enter: asRuth, only: /^\/(home|more|moving|schools\/review)/ },
  { name: 'a brand-new member', enter: asNewMember },
]

for (const [place, { name, enter, only }] of READERS.entries())
  test(`every page is sound for ${name}: axe, widths, spacing, keyboard, titles @script`, async ({
    page,
  }) => {
    test.setTimeout(MINUTES * 60_000)
    const more = await enter(page)
    const { titles, findings } = await crawl(
      page,
      ['/home', ...more],
      (pattern) => looksFor(pattern, place),
      (pattern) => only?.test(pattern) ?? true,
    )
    readBy.set(name, [...titles.keys()])
    expect(findings).toEqual([])
  })

test('no page is left that nobody has read @script', () => {
  test.skip(readBy.size < READERS.length, 'Somebody has not read yet: run the whole file.')
  const read = new Set([...readBy.values()].flat())
  expect(PAGES.filter((pattern) => !read.has(pattern))).toEqual([])
})

/**
 * In the gate axe sees each page once, the next page at another width or in another theme, and the first who reads a
 * page tries how it fits; a new member's are always tried.
 */
function looksFor(pattern: string, place: number): readonly Look[] | null {
  if (isFull) return LOOKS
  const times = fitted.get(pattern) ?? 0
  fitted.set(pattern, times + 1)
  const isLast = place === READERS.length - 1
  if (times >= FITTED_BY && !isLast) return null
  if (seenByAxe.has(pattern) && !isLast) return []
  seenByAxe.add(pattern)
  const turn = (PAGES.indexOf(pattern) + place) % LOOKS.length
  return LOOKS.slice(turn, turn + 1)
}

function cast(name: string): Reader {
  return {
    name,
    enter: async (page) => {
      await be(page, name)
      return []
    },
  }
}

/** Whoever is not signed in: the open pages, a training group's link, and what came by mail: an invitation, a way to stop. */
async function asVisitor(page: Page) {
  await be(page, 'Margaret O’Hara')
  const link = await linkOf(page, GROUP)
  await page.goto('/people/invite')
  await page.getByLabel('Their e-mail address').fill('ina@example.com')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.locator('.flash')).toBeVisible()
  const invitation = /\/invite\/\S+/.exec(await letterTo(page, 'ina@example.com', /\/invite\//))?.[0] ?? ''
  const stop = await wayToStop(page)
  await page.context().clearCookies()
  const open = [
    '/',
    '/demo',
    '/demo/states',
    '/demo/outbox',
    '/demo/clock',
    '/help',
    '/privacy',
    '/accessibility',
  ]
  return [
    invitation,
    ...open,
    '/settings/display',
    '/sign-in',
    '/sign-in/code',
    '/sign-in/password',
    link,
    `${link}/you`,
    '/do/a-button-of-nobody',
    stop,
  ]
}

/** Somebody with mentoring of every kind; whom she could ask follows three answers, and has an address of its own. */
async function asAsha(page: Page) {
  await be(page, 'Asha Rahman')
  return ['/mentoring/ask/suggestions']
}

/** A lead with a list of trainees that waits for her yes, and a programme with two runs to look at. */
async function asMargaret(page: Page) {
  await be(page, 'Margaret O’Hara')
  await page.goto(`/groups/${GROUP}/import`)
  await page
    .getByLabel('Or paste the list here')
    .fill('Name,Email\nIna Petrov,ina@example.com\nNobody,not an address')
  await page.getByRole('button', { name: 'Check the list' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check the list')
  const list = new URL(page.url()).pathname
  await page.goto('/mentoring')
  const matched = await page.getByRole('link', { name: /^Practical work/ }).getAttribute('href')
  await page.goto('/coordination')
  const pairs = await page.getByRole('link', { name: 'Mentors for the first year' }).getAttribute('href')
  return [list, matched ?? '', pairs ?? '', `${pairs}/nudge`]
}

/** Somebody who came by the link a moment ago and has filled in nothing: every list is empty or nearly so. */
async function asNewMember(page: Page) {
  await be(page, 'Margaret O’Hara')
  const link = await linkOf(page, GROUP)
  await page.context().clearCookies()
  await join(page, link, 'new.here@example.com')
  await expect(page).toHaveURL(/\/start/)
  await proveSame(page, 'asha.rahman@example.com')
  const together = new URL(page.url()).pathname
  return ['/start', together, `/groups/${GROUP}/leave`, `/groups/${GROUP}/resume`, '/sign-out']
}

/** Somebody who has told of a move to come, so that there is one to call off. */
async function asSian(page: Page) {
  await be(page, 'Siân Llewellyn')
  await page.goto('/moving')
  await page.getByRole('radio', { name: 'I don’t know yet' }).check()
  await dayFields(page, /^Your last day/, dayFromNow(30))
  await page.getByRole('button', { name: 'Check my answers' }).click()
  await page.getByRole('button', { name: 'Confirm my move' }).click()
  await expect(page).toHaveURL(/\/moving\/[^/]+$/)
  return [new URL(page.url()).pathname, '/mentoring/ask/suggestions']
}

/** Somebody with people who said that they know each other: such a tie can be ended. */
async function asSam(page: Page) {
  await be(page, 'Sam Okonkwo')
  await page.goto('/people')
  const known = page.getByRole('listitem').filter({ hasText: /you know each other/i })
  return [`${await known.getByRole('link').first().getAttribute('href')}/end`]
}

/** Whoever looks after the school list: what waits, one of each kind, and the ways to take a decision back. */
async function asRuth(page: Page) {
  await be(page, 'Ruth Adeyemi')
  const change = await page
    .getByRole('link', { name: 'Harrow Lane School', exact: true })
    .getAttribute('href')
  await page.goto('/schools/review/told')
  const told = await page.getByRole('link', { name: 'Allerton High', exact: true }).getAttribute('href')
  return ['/schools/review', `${change}/undo`, `${told}/undo`]
}
