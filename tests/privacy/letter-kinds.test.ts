import { readdirSync, readFileSync } from 'node:fs'
import { mails, people } from '@wirearchy/db'
import { createAccount } from '@wirearchy/domain/account'
import { mergeAsOperator, undoAsOperator } from '@wirearchy/domain/merge'
import { type ChangeHouse, changeHouse } from '@wirearchy/domain/school-change/testing'
import { importStint } from '@wirearchy/domain/stint'
import { afterEach, beforeEach, expect, it } from 'vitest'

/** Every letter there is, with whom it goes to and what it may name. A letter without its row here fails. */
const ROWS: Record<
  string,
  'oneself, naming nobody else' | 'whoever was told, tried as every reader' | 'an address'
> = {
  add_address: 'an address',
  address_taken: 'an address',
  invitation: 'an address',
  joining_unknown: 'an address',
  same_person_code: 'an address',
  same_person_unknown: 'an address',
  sign_in_code: 'an address',
  unknown_address: 'an address',
  digest: 'whoever was told, tried as every reader',
  mentoring_still: 'oneself, naming nobody else',
  mentoring_unanswered: 'oneself, naming nobody else',
  merged: 'oneself, naming nobody else',
  nudge_listed: 'oneself, naming nobody else',
  password_changed: 'oneself, naming nobody else',
  school_carried: 'oneself, naming nobody else',
  unmerged: 'oneself, naming nobody else',
  which_school: 'oneself, naming nobody else',
  agreement_changed: 'whoever was told, tried as every reader',
  check_in: 'whoever was told, tried as every reader',
  check_met: 'whoever was told, tried as every reader',
  check_word: 'whoever was told, tried as every reader',
  connection_asked: 'whoever was told, tried as every reader',
  handover_answered: 'whoever was told, tried as every reader',
  handover_ready: 'whoever was told, tried as every reader',
  handover_said: 'whoever was told, tried as every reader',
  joining: 'whoever was told, tried as every reader',
  leaving: 'whoever was told, tried as every reader',
  meeting_booked: 'whoever was told, tried as every reader',
  meeting_cancelled: 'whoever was told, tried as every reader',
  meeting_moved: 'whoever was told, tried as every reader',
  meeting_offered: 'whoever was told, tried as every reader',
  meeting_soon: 'whoever was told, tried as every reader',
  meeting_today: 'whoever was told, tried as every reader',
  meeting_tomorrow: 'whoever was told, tried as every reader',
  mentoring_ended: 'whoever was told, tried as every reader',
  mentoring_answer: 'whoever was told, tried as every reader',
  mentoring_asked: 'whoever was told, tried as every reader',
  mentoring_begins: 'whoever was told, tried as every reader',
  mentoring_closed: 'whoever was told, tried as every reader',
  mentoring_passed: 'whoever was told, tried as every reader',
  mentoring_question: 'whoever was told, tried as every reader',
  mentoring_reminder: 'whoever was told, tried as every reader',
  mentoring_yes: 'whoever was told, tried as every reader',
  moved: 'whoever was told, tried as every reader',
  note_shared: 'whoever was told, tried as every reader',
  nudge_asked: 'whoever was told, tried as every reader',
  nudge_quiet: 'whoever was told, tried as every reader',
  nudge_unbooked: 'whoever was told, tried as every reader',
  programme_asked: 'whoever was told, tried as every reader',
  programme_matched: 'whoever was told, tried as every reader',
  programme_mentees: 'oneself, naming nobody else',
  programme_unmatched: 'oneself, naming nobody else',
  programme_wishes: 'oneself, naming nobody else',
  report_answered: 'whoever was told, tried as every reader',
  school_reported: 'whoever was told, tried as every reader',
}

const SLICES = new URL('../../packages/domain/src/', import.meta.url)

it('knows every letter that the product writes', () => {
  const pages = readdirSync(SLICES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^[a-z-]+\/emails(-[a-z-]+)?\.ts$/.test(name),
  )
  const written = pages.flatMap((page) =>
    [...readFileSync(new URL(page, SLICES), 'utf8').matchAll(/^\s*kind: '([a-z_]+)'/gm)].map(
      ([, kind]) => kind,
    ),
  )
  expect(written.sort()).toEqual(Object.keys(ROWS).sort())
})

let house: ChangeHouse
beforeEach(() => {
  house = changeHouse('2026-07-01')
})
afterEach(() => house.close())

/** Somebody with an address and a stay; the name is in no letter to anybody else. */
async function teaches(name: string, schoolId: string) {
  const email = `${name.split(' ')[0]?.toLowerCase()}@example.com`
  const { personId } = await house.store.tx((tx) => createAccount(tx, house.ctx(), { email, name }))
  const stay = { personId, schoolId, kind: 'employed' as const, role: 'teacher' as const }
  await house.store.tx((tx) =>
    importStint(tx, house.ctx(), { ...stay, startedOn: '2024-09-01', finishedOn: null }),
  )
  return personId
}

/** The letters of one kind: each to its own person, naming nobody else and no number of anybody. */
async function ownLetters(kind: string) {
  const everybody = await house.store.read.select({ id: people.id, name: people.displayName }).from(people)
  const letters = (await house.store.read.select().from(mails)).filter((letter) => letter.kind === kind)
  for (const { personId, subject, text } of letters)
    for (const { id, name } of everybody) {
      const isTheirOwn = id === personId
      if (!isTheirOwn) expect(`${subject}\n${text}`, `${kind} to ${personId}`).not.toContain(name)
      if (!isTheirOwn) expect(text).not.toContain(id)
    }
  return letters.map(({ to }) => to).sort()
}

it('tells of a merged or closed school whoever is there, each alone and of themselves alone', async () => {
  const a = await house.register.row('100001', { name: 'Ashfield' })
  const c = await house.register.row('100003', { name: 'Carr Lane' })
  await house.register.row('100002', { name: 'Moorside' })
  for (const name of ['Ana Ferreira', 'Mo Yusuf']) await teaches(name, a)
  for (const name of ['Bea Lowe', 'Cy Trent']) await teaches(name, c)
  await house.register.closes('100001', '2026-08-31')
  await house.register.link('100001', '100002', 'Successor - merged')
  await house.register.closes('100003', '2026-08-31')
  house.itIs('2026-09-05')
  await house.daily()
  expect(await ownLetters('school_carried')).toEqual(['ana@example.com', 'mo@example.com'])
  expect(await ownLetters('which_school')).toEqual(['bea@example.com', 'cy@example.com'])
})

it('tells of joined and parted records every address of the two, and nobody else', async () => {
  const a = await house.register.row('100001', { name: 'Ashfield' })
  const loserId = await teaches('Ina Petrov', a)
  const winnerId = await teaches('Nell Marsh', a)
  await teaches('Dan Pryce', a)
  const { mergeId } = await mergeAsOperator(house.ctx(), { loserId, winnerId, reason: 'One woman.' })
  expect(await ownLetters('merged')).toEqual(['ina@example.com', 'nell@example.com'])
  await undoAsOperator(house.ctx(), { mergeId })
  expect(await ownLetters('unmerged')).toEqual(['ina@example.com', 'nell@example.com'])
})
