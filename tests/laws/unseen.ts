import { inList, mails, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { list, toAnswer } from '@wirearchy/domain/connection'
import { groupPage, members, myGroups } from '@wirearchy/domain/group'
import { notices } from '@wirearchy/domain/job'
import { near, people, personPage, tiesOf } from '@wirearchy/domain/network'
import { careerLine, profileOf } from '@wirearchy/domain/person'
import { staff } from '@wirearchy/domain/stint'
import { canSee, ledSchools } from '@wirearchy/domain/visibility'
import { expect } from 'vitest'
import type { Town } from './town.ts'

/** Two people with a block between them today. */
export interface Apart {
  a: string
  b: string
}

/** The blocks of today that one of these people has a part in; all of them without a list. */
export const blocksOf = (town: Town, among?: string[]): Promise<Apart[]> => {
  const some = sql`(${inList(among ?? [])})`
  const which = among ? sql`(blocker_id in ${some} or blocked_id in ${some})` : sql`true`
  return town.store.read.rows<Apart>(
    sql`select blocker_id as a, blocked_id as b from blocks where lifted_at is null and ${which} order by rowid`,
  )
}

/** L8: between two people with a block there is nothing to read, on any path, in either direction. @returns how many paths */
export async function unseen(town: Town, { a, b }: Apart) {
  return (await nowhereFor(town, a, b)) + (await nowhereFor(town, b, a))
}

async function nowhereFor(town: Town, viewer: string, other: string) {
  const ctx = town.as(viewer)
  const [name] = await town.store.read.rows<{ name: string; status: string }>(
    sql`select display_name as name, status from people where id = ${other}`,
  )
  expect(await canSee(ctx, other), 'L8: sight').toBe(false)
  for (const [page, closed] of pagesOf(ctx, other))
    await expect(closed, `L8: ${page}`).rejects.toThrow(/can’t find/)
  let paths = 4
  for (const [path, said] of await readOf(town, ctx, other, name?.name ?? '')) {
    expect(JSON.stringify(said), `L8: ${path}`).not.toContain(other)
    if (name?.status === 'active') expect(JSON.stringify(said), `L8: ${path}`).not.toContain(name.name)
    paths += 1
  }
  return paths
}

const pagesOf = (ctx: MemberCtx, id: string): [string, Promise<unknown>][] => [
  ['their page', personPage(ctx, { id })],
  ['their profile', profileOf(ctx, { id })],
  ['their career', careerLine(ctx, { id })],
]

/** Everything a viewer may open that could name the other: lists, search, picture, groups, staff, notices, questions. */
async function readOf(town: Town, ctx: MemberCtx, other: string, name: string): Promise<[string, unknown][]> {
  const read: [string, unknown][] = [
    ['ties', (await tiesOf(ctx)).map(({ otherId }) => otherId)],
    ['people and picture', await people(ctx, {})],
    ['hidden people', await people(ctx, { hidden: true })],
    ['search', await people(ctx, { q: name.split(' ')[0] ?? name })],
    ['notices', await notices(ctx)],
    ['connections', await list(ctx)],
    ['questions', await toAnswer(ctx)],
  ]
  for (const { slug } of await myGroups(ctx)) {
    read.push(['group page', await groupPage(ctx, { slug })])
    read.push(['members', await members(ctx, { slug })])
  }
  for (const schoolId of await schoolsOf(town, ctx, other)) read.push(['near', await near(ctx, schoolId)])
  const led = await town.store.read.rows<{ id: string }>(sql`${ledSchools(ctx.viewer, ctx.today)}`)
  for (const { school_id: ref } of led as unknown as { school_id: string }[])
    read.push(['staff', (await staff(ctx, { ref })).lines])
  return read
}

async function schoolsOf(town: Town, { viewer }: MemberCtx, other: string) {
  const rows = await town.store.read.rows<{ id: string }>(
    sql`select distinct school_id as id from stints where person_id in (${viewer}, ${other}) and voided_at is null`,
  )
  return rows.map(({ id }) => id)
}

/** The last letter written so far, by its place: a clock set back makes no letter new. */
export async function lastLetter({ store }: Town): Promise<number> {
  const [last] = await store.read.rows<{ at: number | null }>(sql`select max(rowid) as at from mails`)
  return last?.at ?? 0
}

/**
 * L8 for letters: none written since one to somebody with a block names the other. Two records that were one for a
 * moment are somebody whom a letter told so by both names.
 */
export async function noLetterBetween(town: Town, since: number, oneForAMoment: string[]) {
  const written = await town.store.read
    .select({ to: mails.to, text: mails.text, subject: mails.subject })
    .from(mails)
    .where(sql`rowid > ${since}`)
  for (const { to, text, subject } of written)
    for (const name of await keptFrom(town, to, oneForAMoment))
      expect(`${subject} ${text}`, 'L8: a letter').not.toContain(name)
  return written.length
}

async function keptFrom(town: Town, address: string, oneForAMoment: string[]) {
  const both = sql`(${inList(oneForAMoment)})`
  const rows = await town.store.read.rows<{ name: string }>(sql`
    select other.display_name as name from account_emails e join accounts a on a.id = e.account_id
    join blocks b on b.lifted_at is null and a.person_id in (b.blocker_id, b.blocked_id)
    join people other on other.status = 'active' and other.id in (b.blocker_id, b.blocked_id) and other.id <> a.person_id
    where e.email = ${address} and not (a.person_id in ${both} and other.id in ${both})`)
  return rows.map(({ name }) => name)
}
