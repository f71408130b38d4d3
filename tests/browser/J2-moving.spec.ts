import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { be, dayFields, dayFromNow, join, letterTo, linkOf, moveDate, THIS_YEARS_GROUP } from './ways.ts'

const SCHOOL = /^St Wilfrid's Catholic High School/
const schoolBox = (page: Page) => page.locator('input#school')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const check = (page: Page) => page.getByRole('button', { name: 'Check my answers' }).click()
const confirm = (page: Page) => page.getByRole('button', { name: 'Confirm my move' }).click()

/** Writes words into the school box and chooses what they find; without a script the form is sent for the choices. */
async function choose(page: Page, words: string, school: RegExp, hasScript: boolean) {
  if (hasScript) {
    await expect(page.getByRole('combobox', { name: 'School', exact: true })).toBeVisible()
    await schoolBox(page).pressSequentially(words)
    await page.getByRole('option', { name: school }).first().click()
    return
  }
  await schoolBox(page).fill(words)
  await check(page)
  await expect(page.getByRole('alert')).toContainText('Choose yours')
  await page.getByRole('radio', { name: school }).first().check()
}

/** Fills the form as somebody does who leaves today and starts tomorrow, and sends it to be checked. */
async function fillMove(page: Page, hasScript: boolean) {
  await page.goto('/moving')
  await dayFields(page, /^Your last day at/, dayFromNow(0))
  await dayFields(page, 'Your first day there', dayFromNow(1))
  await page.getByLabel('Role').selectOption({ label: 'Teacher' })
  await choose(page, 'wf76bd', SCHOOL, hasScript)
  await check(page)
  await expect(heading(page)).toHaveText('Check before you tell anybody')
}

test('J2: a teacher moves school and keeps her people; the school she left sees nothing the next day', async ({
  page: asha,
  another,
  javaScriptEnabled,
}) => {
  await be(asha, 'Asha Rahman')
  await asha.goto('/more')
  await asha.getByRole('link', { name: 'I’m moving school' }).click()
  await expect(heading(asha)).toHaveText('I’m moving school')
  const [tom, priya] = [await another(), await another()]
  await be(priya, 'Priya Nair')
  await priya.goto('/people')
  await priya.goto(await staffPage(asha))
  await expect(priya.locator('main')).toContainText('Asha Rahman')
  const her = await priya.getByRole('link', { name: 'Asha Rahman', exact: true }).getAttribute('href')

  await fillMove(asha, javaScriptEnabled !== false)
  const answers = asha.locator('main')
  await expect(answers).toContainText(/Going.*St Wilfrid's/)
  await expect(answers).toContainText('Allerton High School no longer sees you once your last day is over.')
  await confirm(asha)
  await expect(asha.locator('.flash')).toContainText('Your people stay your people')
  await expect(asha.locator('.flash').getByRole('button', { name: 'Undo' })).toBeVisible()
  expect(await letterTo(asha, 'tom.whitaker@example.com', /St Wilfrid's/)).toContain('You stay tied')

  await moveDate(asha, 1)
  await be(tom, 'Tom Whitaker')
  await tom.goto('/people')
  const line = tom.getByRole('listitem').filter({ hasText: 'Asha Rahman' }).first()
  await expect(line).toContainText("At St Wilfrid's Catholic High School")
  await expect(line).toContainText(/you mentored/i)
  await asha.goto('/people')
  await expect(asha.locator('main')).toContainText(/trained together, Leeds PGCE Physics/i)
  await priya.goto(await staffPage(asha, 'Allerton High School'))
  await expect(priya.locator('main')).not.toContainText('Asha Rahman')
  expect((await priya.goto(her ?? ''))?.status()).toBe(404)
})

/** The staff page of the school that somebody names in her story. */
async function staffPage(page: Page, school = 'Allerton High School') {
  await page.goto('/story')
  const link = page.getByRole('link', { name: school, exact: true }).first()
  return `${await link.getAttribute('href')}/staff`
}

test('J2: a move is undone in one press, and later it cannot be any more', async ({
  page: asha,
  javaScriptEnabled,
}) => {
  await be(asha, 'Asha Rahman')
  await fillMove(asha, javaScriptEnabled !== false)
  await confirm(asha)
  await asha.locator('.flash').getByRole('button', { name: 'Undo' }).click()
  await expect(asha.locator('.flash')).toContainText('Everything is as it was')
  await asha.goto('/story')
  await expect(asha.locator('main')).not.toContainText("St Wilfrid's")

  await fillMove(asha, javaScriptEnabled !== false)
  await confirm(asha)
  await expect(asha).toHaveURL(/\/moving\/[^/]+$/)
  const move = new URL(asha.url()).pathname
  await moveDate(asha, 2)
  await asha.goto(move)
  await expect(asha.getByRole('link', { name: 'Undo it' })).toHaveCount(0)
  await asha.goto(`${move}/undo`)
  await asha.getByRole('button', { name: 'Undo it' }).click()
  await expect(asha.getByRole('alert')).toContainText('A move can be undone for 24 hours')
})

test('J2: St finds Saint, a name finds its school, and the words may be wrong once', async ({
  page: asha,
  javaScriptEnabled,
}) => {
  const hasScript = javaScriptEnabled !== false
  await be(asha, 'Asha Rahman')
  await asha.goto('/moving')
  await choose(asha, 'saint wilfrids', SCHOOL, hasScript)
  await asha.goto('/moving')
  await schoolBox(asha).fill('Hogwarts')
  await check(asha)
  await expect(asha.getByRole('alert')).toContainText('We found no school for “Hogwarts”')
  await expect(schoolBox(asha)).toHaveValue('Hogwarts')
})

test('J2: a school in no list, abroad, a break, not decided, leaving teaching: all are answers', async ({
  page: asha,
}) => {
  await be(asha, 'Asha Rahman')
  for (const [answer, said] of [
    ['I don’t know yet', 'I don’t know yet'],
    ['Abroad', 'Abroad'],
    ['Leaving teaching', 'Leaving teaching'],
    ['Taking a break', 'Taking a break'],
  ] as const) {
    await asha.goto('/moving')
    await asha.getByRole('radio', { name: answer }).check()
    await dayFields(asha, /^Your last day at/, dayFromNow(5))
    await check(asha)
    await expect(asha.locator('main')).toContainText(said)
  }
  await confirm(asha)
  await expect(heading(asha)).toContainText('Your move')
  await asha.locator('.flash').getByRole('button', { name: 'Undo' }).click()

  await asha.goto('/moving')
  await dayFields(asha, 'Your first day there', dayFromNow(1))
  await asha.getByText('The school is not in the list').click()
  await asha.getByLabel('Name of the school').fill('Ysgol Newydd y Glannau')
  await asha.getByLabel('Town or city').fill('Barmouth')
  await check(asha)
  await confirm(asha)
  await expect(heading(asha)).toContainText('Your move to Ysgol Newydd y Glannau')
})

test('J2: who keeps the new school to herself shows it to nobody', async ({
  page: asha,
  another,
  javaScriptEnabled,
}) => {
  await be(asha, 'Asha Rahman')
  await asha.goto('/moving')
  await dayFields(asha, /^Your last day at/, dayFromNow(0))
  await dayFields(asha, 'Your first day there', dayFromNow(1))
  await asha.getByLabel(/^People you know/).selectOption('Never')
  await asha.getByLabel(/^People you trained with/).selectOption('Never')
  await choose(asha, 'wf76bd', SCHOOL, javaScriptEnabled !== false)
  await check(asha)
  await confirm(asha)
  await moveDate(asha, 1)
  const tom = await another()
  await be(tom, 'Tom Whitaker')
  for (const path of ['/people', '/people?q=Asha', '/notices', '/home']) {
    await tom.goto(path)
    await expect(tom.locator('main')).not.toContainText("St Wilfrid's")
  }
  await tom.goto('/people')
  await expect(tom.locator('main')).toContainText('Asha Rahman')
})

test('J2: a refused form keeps every answer, says first what is wrong and leads there', async ({
  page: asha,
  javaScriptEnabled,
}) => {
  await be(asha, 'Asha Rahman')
  await asha.goto('/moving')
  await dayFields(asha, /^Your last day at/, '31 2 2027')
  await asha.getByLabel('Role').selectOption({ label: 'Mentor' })
  await asha.getByLabel(/^People you know/).selectOption('Never')
  const answered = asha.waitForResponse((response) => response.request().method() === 'POST')
  await check(asha)
  expect((await answered).status()).toBe(400)
  await expect(asha).toHaveURL(/\/moving(\?index)?$/)
  await expect(asha).toHaveTitle(/^Error: /)
  const summary = asha.getByRole('alert')
  await expect(summary).toContainText('There is a problem')
  if (javaScriptEnabled !== false) await expect(summary).toBeFocused()
  expect(
    await asha.locator('main .wrap').evaluate(({ firstElementChild }) => firstElementChild?.textContent),
  ).toContain('There is a problem')
  const lastDay = asha.getByRole('group', { name: /^Your last day at/ })
  await expect(lastDay.getByLabel('Day')).toHaveValue('31')
  await expect(lastDay.getByLabel('Year')).toHaveValue('2027')
  await expect(asha.getByLabel('Role')).toHaveValue('mentor')
  await expect(asha.getByLabel(/^People you know/)).toHaveValue('never')
  await summary.getByRole('link').first().click()
  await expect(lastDay.getByRole('textbox').first()).toBeFocused()
})

test('J2: whoever has a work address only is asked for one of their own before it dies', async ({
  page: lead,
  another,
}) => {
  await be(lead, 'Margaret O’Hara')
  const bea = await another()
  await join(bea, await linkOf(lead, THIS_YEARS_GROUP), 'bea.lowe@moorside.leeds.sch.uk')
  await bea.getByRole('button', { name: 'Skip for now' }).click()
  await expect(bea).not.toHaveURL(/\/start/)
  await bea.goto('/story/add')
  await bea.getByText('The school is not in the list').click()
  await bea.getByLabel('Name of the school').fill('Moorside High')
  await bea.getByLabel('Town or city').fill('Leeds')
  await dayFields(bea, 'First day', dayFromNow(-80))
  await bea.getByRole('button', { name: 'Add to my story' }).click()
  await expect(bea).toHaveURL(/\/story$/)
  await bea.goto('/moving')
  await dayFields(bea, /^Your last day at/, dayFromNow(5))
  await bea.getByRole('radio', { name: 'I don’t know yet' }).check()
  await check(bea)
  await expect(bea.getByRole('alert')).toContainText('Your only address here belongs to Moorside High')
  await bea.getByRole('link', { name: 'Add a personal address', exact: true }).click()
  await expect(heading(bea)).toHaveText('Signing in')
})

test('J2: the school may speak first; its word waits for hers', async ({ page: asha, another }) => {
  await be(asha, 'Asha Rahman')
  const priya = await another()
  await be(priya, 'Priya Nair')
  await priya.goto(await staffPage(asha))
  await priya.getByRole('link', { name: 'Report leaving of Asha Rahman' }).click()
  await dayFields(priya, /^Their last day at/, dayFromNow(20))
  await priya.getByRole('button', { name: 'Report their last day' }).click()
  await expect(priya.locator('.flash')).toContainText('They are asked whether it is right')
  await expect(priya.getByRole('row', { name: /Asha Rahman/ })).toContainText('waiting for their word')

  await asha.goto('/moving')
  await asha.getByRole('link', { name: 'Is that right?' }).click()
  await expect(asha.locator('main')).toContainText('Allerton High School: your last day there is')
  await asha.getByRole('button', { name: 'That is right' }).click()
  await expect(asha.locator('.flash')).toContainText('It counts from now on')
  await priya.reload()
  await expect(priya.getByRole('row', { name: /Asha Rahman/ })).not.toContainText('waiting')
})
