import type { Locator, Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { be, moveDate } from './ways.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const main = (page: Page) => page.locator('main')
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const saved = (page: Page, words: string | RegExp) => expect(page.locator('.flash')).toContainText(words)

/** The place of Asha and Tom, from the page where everybody's mentoring begins. */
async function toTheirPlace(page: Page, other: string) {
  await page.goto('/mentoring')
  await main(page)
    .getByRole('link', { name: new RegExp(other) })
    .first()
    .click()
  await expect(heading(page)).toHaveText(`You and ${other}`)
}

const AIMS = 'Calmer starts in my new school, and somebody to ask on a Friday.'

/** She writes down what it is for, and he says yes to it. */
async function agree(asha: Page, tom: Page) {
  await toTheirPlace(asha, 'Tom Whitaker')
  await asha.getByRole('link', { name: 'Read or change the agreement' }).click()
  await asha.getByLabel('What is it for?').fill(AIMS)
  await asha.getByRole('radio', { name: 'Every week' }).check()
  await press(asha, 'Save and say yes')
  await saved(asha, 'Saved, with your yes')
  await expect(main(asha)).toContainText('Waits for Tom Whitaker’s yes')
  await toTheirPlace(tom, 'Asha Rahman')
  await tom.getByRole('link', { name: 'Read or change the agreement' }).click()
  await expect(main(tom)).toContainText(AIMS)
  await press(tom, 'Yes, I agree')
  await saved(tom, 'You both agree')
}

/** One goal with one next small step, done in one tap. */
async function takeAStep(asha: Page) {
  await toTheirPlace(asha, 'Tom Whitaker')
  await asha.getByRole('link', { name: 'Add a goal' }).click()
  await asha.getByLabel('A new goal').fill('Know every name by half-term')
  await press(asha, 'Add the goal')
  await saved(asha, 'What is the first small step?')
  await expect(main(asha)).toContainText('Know every name by half-term')
  await asha.getByLabel('The next step').fill('A seating plan for 8B')
  await press(asha, 'Set the step')
  await toTheirPlace(asha, 'Tom Whitaker')
  await expect(main(asha)).toContainText('A seating plan for 8B')
  await press(asha, /^Done.*A seating plan for 8B/)
  await expect(main(asha)).toContainText('What is the next one?')
}

/** Before they meet: one line that becomes the agenda. */
async function hopes(asha: Page, tom: Page) {
  await asha.goto('/home')
  await asha.getByRole('link', { name: /^See the meeting\s+with Tom Whitaker/ }).click()
  await asha.getByLabel('What would help that day?').fill('How to end a lesson on time')
  await press(asha, 'Send to Tom Whitaker')
  await saved(asha, 'You both see it here')
  await toTheirPlace(tom, 'Asha Rahman')
  await expect(main(tom)).toContainText('What would help: How to end a lesson on time')
}

/** After it: one tap each, a note for both and one for oneself. */
async function sayItHappened(page: Page, other: string) {
  await page.goto('/home')
  await page.getByRole('link', { name: new RegExp(`^Say how it was\\s+with ${other}`) }).click()
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await saved(page, 'Thank you')
}

async function note(page: Page, text: string, audience: string | RegExp) {
  await page.getByLabel('Write a note').fill(text)
  await page.getByRole('radio', { name: audience }).check()
  await press(page, 'Save the note')
  await expect(main(page)).toContainText(text)
  await expect(page.getByLabel('Write a note')).toHaveValue('')
}

const OWN = 'I was nervous and it did not show.'

/** Three weeks on, or after the holidays that come in between, a check-in waits: three taps, for herself alone. */
async function checkIn(asha: Page) {
  const waits = asha.getByRole('link', { name: /^Say how it goes\s+with Tom Whitaker/ }).first()
  for (const days of [24, 36, 48, 60, 72]) {
    await moveDate(asha, days)
    if (await isThere(asha, waits)) break
  }
  await waits.click()
  await expect(heading(asha)).toHaveText('How is it going with Tom Whitaker?')
  for (const answer of ['Very', 'About right', 'It goes well'])
    await asha.getByRole('radio', { name: answer, exact: true }).check()
  await press(asha, 'Send')
  await saved(asha, 'Only you can read it')
}

/** The day's work is done a moment after the day begins. */
async function isThere(page: Page, link: Locator) {
  for (let tries = 0; tries < 8; tries += 1) {
    await page.goto('/home')
    if ((await link.count()) > 0) return true
    await page.waitForTimeout(500)
  }
  return false
}

test('J6: half a term of mentoring, from what they agree on to a good end and a tie that stays', async ({
  page: asha,
  another,
}) => {
  test.setTimeout(300_000)
  const tom = await another()
  await be(asha, 'Asha Rahman')
  await be(tom, 'Tom Whitaker')
  await agree(asha, tom)
  await takeAStep(asha)
  await hopes(asha, tom)

  await moveDate(asha, 2)
  await sayItHappened(asha, 'Tom Whitaker')
  await sayItHappened(tom, 'Asha Rahman')
  await asha.getByRole('link', { name: 'Write a note about it' }).click()
  await note(asha, 'We try a bell of our own.', /^You and Tom/)
  await note(asha, OWN, /^Only you/)
  await toTheirPlace(tom, 'Asha Rahman')
  await tom.getByRole('link', { name: /Write a note, or read all/ }).click()
  await expect(main(tom)).toContainText('We try a bell of our own.')
  await expect(main(tom)).not.toContainText(OWN)

  await checkIn(asha)

  await toTheirPlace(asha, 'Tom Whitaker')
  await asha.getByRole('link', { name: 'End this mentoring well' }).click()
  await expect(asha.getByLabel('A sentence for Tom Whitaker')).toHaveValue(/^Thank you/)
  await press(asha, 'End it, with thanks')
  await saved(asha, 'You stay tied')
  await expect(main(asha)).toContainText('This mentoring has ended')
  await expect(main(asha)).toContainText(/Tom Whitaker mentored you, 20\d\d–\d\d/)

  await tom.goto('/people')
  await expect(main(tom).getByRole('listitem').filter({ hasText: 'Asha Rahman' }).first()).toContainText(
    /you mentored/i,
  )
  await asha.goto('/people')
  await expect(main(asha).getByRole('listitem').filter({ hasText: 'Tom Whitaker' }).first()).toContainText(
    /mentored you/i,
  )
})
