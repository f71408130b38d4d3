import { type APIRequestContext, type Page, request } from '@playwright/test'
import { expect, test } from './house.ts'
import { be } from './ways.ts'
import { withoutOnce } from './without-once.ts'

/** What is asked for by a program that keeps no cookie and follows nothing. */
const calendarProgram = (baseURL: string | undefined) => request.newContext({ baseURL, maxRedirects: 0 })

/** What an address answers: its status and every byte that is not new in each answer, nor the address itself. */
async function answerTo(program: APIRequestContext, path: string) {
  const answer = await program.get(path, { maxRedirects: 0 })
  return `${answer.status()} ${withoutOnce((await answer.text()).replaceAll(path, 'this address'))}`
}

async function mustBeAFile(program: APIRequestContext, path: string, name: string) {
  const answer = await program.get(path)
  expect(answer.status()).toBe(200)
  expect(answer.headers()).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': expect.stringMatching(/no-store$/),
    'referrer-policy': expect.stringMatching(/no-referrer$/),
  })
  expect(answer.headers()['set-cookie']).toBeUndefined()
  const text = await answer.text()
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
  expect(text).toContain('SUMMARY:Mentoring with Tom Whitaker\r\n')
  return text
}

/** Makes one more private address; the newest stands first. */
async function makesAddress(asha: Page) {
  const addresses = asha.getByLabel(/^(Your address|Address \d+)$/)
  const before = await addresses.count()
  await asha.getByRole('button', { name: /^Make an(other)? address$/ }).click()
  await expect(addresses).toHaveCount(before + 1)
  return new URL(await addresses.first().inputValue()).pathname
}

test('a calendar program reads a private address with no cookie, until it is taken back', async ({
  page: asha,
  baseURL,
}) => {
  const program = await calendarProgram(baseURL)
  await be(asha, 'Asha Rahman')
  await asha.goto('/mentoring/calendar')
  const first = await makesAddress(asha)
  const second = await makesAddress(asha)
  expect(second).not.toBe(first)
  for (const path of [first, second]) await mustBeAFile(program, path, 'mentoring.ics')
  const unknown = first.replace(/[0-9a-f]{12}\./, '000000000000.')
  const bent = first.replace(/.{4}\.ics$/, 'AAAA.ics')
  const nobodys = await answerTo(program, unknown)
  expect(nobodys).toMatch(/^404 /)
  expect(nobodys).not.toMatch(/VCALENDAR|Asha|Tom/)
  expect(await answerTo(program, bent)).toBe(nobodys)

  await asha.getByRole('button', { name: 'Take it back (address 1)' }).click()
  await expect(asha.locator('.flash')).toContainText('Taken back')
  expect(await answerTo(program, first)).toBe(nobodys)
  await mustBeAFile(program, second, 'mentoring.ics')
  expect((await program.get(first)).headers()['cache-control']).toContain('no-store')
  expect(await program.storageState()).toMatchObject({ cookies: [] })
  await program.dispose()
})

test('one meeting is a file for the two alone: to everybody else it is what is not there', async ({
  page: asha,
  another,
  baseURL,
}) => {
  await be(asha, 'Asha Rahman')
  await asha.goto('/mentoring')
  await asha
    .getByRole('link', { name: /Tom Whitaker/ })
    .first()
    .click()
  const link = asha.getByRole('link', { name: 'Add to calendar' }).first()
  const path = (await link.getAttribute('href')) ?? ''
  const text = await mustBeAFile(asha.request, path, 'mentoring.ics')
  expect(text).toMatch(/METHOD:PUBLISH/)

  const dan = await another()
  await be(dan, 'Dan Pryce')
  const unknown = path.replace(/[0-9a-f]{12}\/calendar/, '000000000000/calendar')
  const ofNobody = await answerTo(dan.request, unknown)
  expect(ofNobody).toMatch(/^404 /)
  expect(await answerTo(dan.request, path)).toBe(ofNobody)
  expect(await answerTo(asha.request, unknown)).toMatch(/^404 /)

  const program = await calendarProgram(baseURL)
  const signedOut = await program.get(path)
  expect([signedOut.status(), signedOut.headers().location]).toEqual([
    302,
    expect.stringMatching(/^\/sign-in\?/),
  ])
  await program.dispose()
})
