/**
 * How long it takes to publish a run, in one transaction, and how long another writer waits meanwhile:
 * `npm run bench:publish [mentees]`. It fails when it takes more of a processor than the limit for a programme of that size.
 */
import {
  accountEmails,
  accounts,
  groupLeads,
  groups,
  insertMany,
  people,
  programmePeople,
  programmes,
  sql,
} from '@wirearchy/db'
import { type MemberCtx, newId } from '@wirearchy/domain'
import { publishRun, runMatch } from '@wirearchy/domain/programme'
import { testHouse } from '@wirearchy/domain/testing'
import { figure } from './measure.ts'

const SUBJECTS = ['Physics', 'Maths', 'History', 'Art', 'Music', 'Chemistry', 'Biology', 'English']
/** Mentors for so many mentees, as in a region. */
const SHARE = 0.4
const LIMITS: [pairs: number, ms: number][] = [
  [500, 1_000],
  [2_000, 2_000],
  [20_000, 20_000],
]

async function publishing(mentees: number) {
  const house = testHouse('2026-03-16')
  const { lead, programmeId } = await madeProgramme(house, mentees)
  const { no } = await runMatch(lead(), { programmeId })
  const [before, cpu] = [house.store.statements(), process.cpuUsage()]
  const start = performance.now()
  const published = publishRun(lead(), { programmeId, no })
  const waited = house.store.tx((tx) => tx.exec(sql`update people set rev = rev + 1 where no = 1`))
  await waited
  const waits = performance.now() - start
  const { pairs } = await published
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  const letters = await house.store.read.rows<{ n: number }>(sql`select count(*) as n from mails`)
  const statements = house.store.statements() - before
  await house.close()
  return { pairs, letters: letters[0]?.n ?? 0, ms, waits, statements, cpu: (user + system) / 1000 }
}

/** Everybody has said yes, has an address, and offers up to five places. */
async function madeProgramme(house: ReturnType<typeof testHouse>, mentees: number) {
  const all = Array.from({ length: mentees + Math.ceil(mentees * SHARE) }, (_, n) => ({
    ...{
      n,
      id: newId(1),
      accountId: newId(1),
      side: n < mentees ? ('mentee' as const) : ('mentor' as const),
    },
  }))
  const leadId = newId(1)
  const [groupId, programmeId] = [newId(1), newId(1)]
  await house.store.tx(async (tx) => {
    const named = (id: string, no: number) => ({ id, no, displayName: `Teacher ${no}`, createdAt: 1 })
    await insertMany(tx, people, [named(leadId, all.length + 1), ...all.map(({ id, n }) => named(id, n + 1))])
    const account = ({ id, accountId }: (typeof all)[number]) => ({
      id: accountId,
      personId: id,
      createdAt: 1,
    })
    await insertMany(tx, accounts, all.map(account))
    const email = ({ n, accountId }: (typeof all)[number]) => ({
      ...{ id: newId(1), accountId, email: `teacher${n}@example.com`, kind: 'personal' as const },
      ...{ verifiedAt: 1, createdAt: 1 },
    })
    await insertMany(tx, accountEmails, all.map(email))
    const group = { id: groupId, no: 1, slug: 'region', name: 'Region', academicYear: 2025, createdAt: 1 }
    await tx.insert(groups).values({ ...group, startedOn: '2025-09-01', finishedOn: '2026-07-01' })
    const since = { startedOn: '2025-09-01', grantedBy: 'operator' }
    await tx.insert(groupLeads).values({ id: newId(1), personId: leadId, groupId, ...since })
    const made = { id: programmeId, name: 'Mentors for our first year', unit: 'year' as const, groupId }
    await tx.insert(programmes).values({ ...made, rules: {}, weights: {}, createdById: leadId, createdAt: 1 })
    const joined = ({ id, n, side }: (typeof all)[number]) => ({
      ...{ id: newId(1), programmeId, personId: id, side, places: side === 'mentor' ? 1 + (n % 5) : 1 },
      ...{ subject: SUBJECTS[n % SUBJECTS.length] ?? null, createdAt: 1, joinedAt: 1 },
    })
    await insertMany(tx, programmePeople, all.map(joined))
  })
  return { programmeId, lead: () => house.as(leadId) as MemberCtx }
}

const sizes = process.argv.slice(2).map(Number)
console.log(
  '| mentees | pairs | letters | published in ms | another writer waits ms | CPU ms | statements |\n|---|---|---|---|---|---|---|',
)
for (const mentees of sizes.length > 0 ? sizes : LIMITS.map(([pairs]) => pairs)) {
  const { pairs, letters, ms, waits, cpu, statements } = await publishing(mentees)
  console.log(
    `| ${mentees} | ${pairs} | ${letters} | ${figure(ms)} | ${figure(waits)} | ${figure(cpu)} | ${statements} |`,
  )
  const limit = LIMITS.find(([size]) => mentees <= size)?.[1] ?? Number.POSITIVE_INFINITY
  if (cpu > limit) process.exitCode = 1
}
