import { expect, type Page } from '@playwright/test'

const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' })
/** The September in which this academic year began. */
export const SEPTEMBER = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0)

/** The small world’s group of this academic year, which Margaret runs: it has a link, and seats to be taken. */
export const THIS_YEARS_GROUP = `leeds-pgce-physics-${SEPTEMBER}`

/** One press on the demo's page, and this browser is signed in as somebody of the cast. */
export async function be(page: Page, name: string) {
  await page.goto('/demo')
  await page.getByRole('button', { name: `Be ${name}` }).click()
  await expect(page.getByText(`You are ${name}.`)).toBeVisible()
}

/** The newest letter to an address, once it is there. */
export async function letterTo(page: Page, email: string, about: RegExp = /./): Promise<string> {
  const letter = { text: '' }
  await expect(async () => {
    const reader = await page.context().newPage()
    await reader.goto('/demo/outbox')
    const cards = reader
      .getByRole('listitem')
      .filter({ hasText: `To ${email}` })
      .filter({ hasText: about })
    letter.text = await cards.first().innerText({ timeout: 500 })
    await reader.close()
  }).toPass()
  return letter.text
}

/** A letter to an address, however old it is: the outbox is read page by page. */
export async function anyLetterTo(page: Page, email: string, about: RegExp): Promise<string> {
  await page.goto('/demo/outbox')
  const card = page
    .getByRole('listitem')
    .filter({ hasText: `To ${email}` })
    .filter({ hasText: about })
  const next = page.getByRole('link', { name: 'Next page' })
  while ((await card.count()) === 0 && (await next.count()) > 0)
    await page.goto((await next.getAttribute('href')) ?? '')
  return card.first().innerText({ timeout: 500 })
}

/** The six digits in the newest letter with a code. */
export async function codeFor(page: Page, email: string): Promise<string> {
  return /\b(\d{3} \d{3})\b/.exec(await letterTo(page, email, /\d{3} \d{3}/))?.[1] ?? ''
}

/** Moves the date of this world, counted from the real day. */
export async function moveDate(page: Page, days: number) {
  await page.goto('/demo/clock')
  await page.getByLabel('Days ahead of the real day').fill(String(days))
  await page.getByRole('button', { name: 'Move the date' }).click()
  await expect(page.locator('.flash')).toContainText('The date')
}

/** The address of the newest link of a training group that its lead may see. */
export async function linkOf(lead: Page, slug: string): Promise<string> {
  await lead.goto(`/groups/${slug}/invite`)
  return new URL(
    await lead
      .getByLabel(/^Link to join/)
      .first()
      .inputValue(),
  ).pathname
}

/** Opens a training group's link, gives an address and its code, and lands in the first two minutes. */
export async function join(newcomer: Page, link: string, email: string) {
  await newcomer.goto(link)
  await newcomer.getByRole('link', { name: 'Join this training group' }).click()
  await newcomer.getByLabel('Your e-mail address').fill(email)
  await newcomer.getByRole('button', { name: 'Send me a code' }).click()
  await newcomer.getByLabel('Six-digit code').fill(await codeFor(newcomer, email))
  await newcomer.getByRole('button', { name: 'Sign in' }).click()
  await expect(newcomer).toHaveURL(/\/(start|groups\/)/)
}

/** A day so many days after the real one, as people write it: 1 9 2027. */
export function dayFromNow(days: number): string {
  const day = new Date(`${today}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return `${day.getUTCDate()} ${day.getUTCMonth() + 1} ${day.getUTCFullYear()}`
}

/** Fills the three boxes of a date. */
export async function dayFields(page: Page, legend: string | RegExp, day: string) {
  const boxes = page.getByRole('group', { name: legend }).getByRole('textbox')
  for (const [n, part] of day.split(' ').entries()) await boxes.nth(n).fill(part)
}

/** Says that the record behind an address is theirs too, proves it, and sees what will be together. */
export async function proveSame(page: Page, email: string) {
  await page.goto('/settings/same-person')
  await page.getByLabel('An e-mail address of the other record').fill(email)
  await page.getByRole('button', { name: 'Send a code to it' }).click()
  await page.getByLabel('Six-digit code').fill(await codeFor(page, email))
  await page.getByRole('button', { name: 'See what will be together' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Make these two records one?')
}

/** Letters wait for Asha, who wants no quiet hours; a day later her bundle has come, with an address that stops it. */
export async function wayToStop(page: Page): Promise<string> {
  await be(page, 'Asha Rahman')
  await expect(async () => {
    await page.goto('/settings/notices')
    await expect(page.getByText(/for your next bundle/)).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.getByLabel('Keep quiet hours').uncheck()
  await page.getByRole('button', { name: 'Save quiet hours' }).click()
  await expect(page.locator('.flash')).toContainText('Saved')
  await moveDate(page, 1)
  const letter = await letterTo(page, 'asha.rahman@example.com', /\/unsubscribe\/\S+\.daily\./)
  return /\/unsubscribe\/\S+\.daily\.\S+/.exec(letter)?.[0] ?? ''
}
