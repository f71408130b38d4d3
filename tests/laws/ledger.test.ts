import { sql } from '@wirearchy/db'
import { join } from '@wirearchy/domain/group'
import { ledgerAgrees, ledgerHead, replayed, type Spans } from '@wirearchy/domain/ledger'
import { tieRows } from '@wirearchy/domain/network'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diceOfNumbers } from './dice.ts'
import { makeGroups, STEPS, take } from './steps.ts'
import { aroundIn, boundaryDays, toldTies } from './told-ties.ts'
import { makeTown, type Town } from './town.ts'

const SEED = Number(process.env.SEED)
const HISTORIES = Number(process.env.HISTORIES ?? 4)
const LENGTH = Number(process.env.STEPS ?? 60)
/** The ledger is replayed whole each time: after every fourth step in the gate. */
const OFTEN = Number(process.env.OFTEN ?? 4)

const throws = fc.array(fc.nat({ max: 2 ** 31 - 1 }), { minLength: 6, maxLength: 6 })
const history = fc.noBias(
  fc.array(fc.tuple(fc.nat({ max: STEPS.length - 1 }), throws), { minLength: LENGTH, maxLength: LENGTH }),
)

const done = { rows: 0, days: 0, ties: 0 }

/** The tables as they stand: each row's days and whether it was voided. */
const standing = async (town: Town) =>
  Object.fromEntries(
    (
      await town.store.read.rows<{ key: string; told: string }>(sql`
        select 'stint ' || id as key, started_on || ' ' || coalesce(finished_on, '-') || (voided_at is not null) as told from stints
        union all select 'role ' || id, started_on || ' ' || coalesce(finished_on, '-') || (voided_at is not null) from stint_roles
        union all select 'membership ' || id, started_on || ' ' || coalesce(finished_on, '-') || (voided_at is not null) from group_memberships
        union all select 'mentorship ' || id, started_on || ' ' || coalesce(finished_on, '-') || (voided_at is not null) from mentorships
        union all select 'connection ' || id, started_on || ' ' || coalesce(finished_on, '-') || (voided_at is not null) from connections
        union all select 'pause ' || id, started_on || ' ' || coalesce(finished_on, '-') || (voided_at is not null) from pauses`)
    ).map(({ key, told }) => [key, told]),
  )

/** The same as the ledger told it up to an entry; what was erased since is told no more. */
async function knownAt(town: Town, seq: number) {
  const all = [...(await replayed(town.store.read, seq))]
  const spans = all.filter(([key, row]) => row && !key.startsWith('block '))
  return Object.fromEntries(
    spans.map(([key, row]) => [
      key,
      `${row?.startedOn} ${row?.finishedOn ?? '-'}${row?.voidedAt === null ? 0 : 1}`,
    ]),
  )
}

const erasedIn = async (town: Town) =>
  (await town.store.read.rows<{ id: string }>(sql`select id from people where status = 'anonymised'`)).map(
    ({ id }) => id,
  )

/** People of whose rows the ledger tells some no more, since they or a record joined to theirs were erased. */
async function silentIn(town: Town, spans: Spans) {
  const rows = await town.store.read.rows<{ key: string; one: string; other: string }>(sql`
    select 'stint ' || id as key, person_id as one, person_id as other from stints
    union all select 'membership ' || id, person_id, person_id from group_memberships
    union all select 'mentorship ' || id, mentor_id, mentee_id from mentorships
    union all select 'connection ' || id, person_lo, person_hi from connections`)
  return new Set(rows.flatMap(({ key, one, other }) => (spans.get(key) ? [] : [one, other])))
}

/** Every row is as the ledger alone rebuilds it; of who was erased nothing is told. */
async function agrees(town: Town, when: string) {
  const { same, untold, differ } = await ledgerAgrees(town.store.read)
  expect(differ, `after ${when}`).toEqual([])
  if ((await erasedIn(town)).length === 0) expect(untold, `after ${when}`).toBe(0)
  done.rows += same
}

/** As of every day on which something began, ended or was over, the tables and the ledger tell the same ties. */
async function sameTies(town: Town, person: string) {
  const [spans, around] = [await replayed(town.store.read), await aroundIn(town)]
  const silent = await silentIn(town, spans)
  const isTold = (line: string) => ![...silent].some((id) => line.startsWith(id))
  if (!isTold(person)) return
  for (const day of boundaryDays(spans, town.today())) {
    const rows = await town.store.read.rows<Record<string, string | null>>(
      sql`${tieRows(person, day, town.today())}`,
    )
    const said = rows.map((tie) =>
      [tie.other_id, tie.kind, tie.context_id ?? '', tie.started_on, tie.finished_on].join(' '),
    )
    expect(said.filter(isTold).sort(), `${person} as of ${day}`).toEqual(
      toldTies(spans, around, person, day).filter(isTold),
    )
    done.days += 1
    done.ties += said.length
  }
}

it(`rebuilds every dated row and every tie of every day from the ledger alone, through ${HISTORIES} random histories (seed ${SEED})`, {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const town = await makeTown({ people: 7, schools: 3, startsOn: '2026-01-05' })
      try {
        await makeGroups(town)
        for (const one of town.people.slice(0, 4))
          await join(town.as(one), { code: town.groups[0]?.code ?? '' })
        const half = { seq: 0, tables: {} as Record<string, string> }
        for (const [turn, [kind, numbers]] of steps.entries()) {
          const step = STEPS[kind] as (typeof STEPS)[number]
          await take(step, town, diceOfNumbers(numbers))
          if (turn % OFTEN === 0 || turn === LENGTH - 1) await agrees(town, `step ${turn}, ${step.name}`)
          if (turn === LENGTH >> 1)
            Object.assign(half, { seq: await ledgerHead(town.store.read), tables: await standing(town) })
        }
        const known = await knownAt(town, half.seq)
        expect(half.tables, 'what was known half-way').toMatchObject(known)
        if ((await erasedIn(town)).length === 0) expect(known).toEqual(half.tables)
        for (const person of town.people.slice(0, 3)) await sameTies(town, person)
      } finally {
        await town.close()
      }
    }),
    { numRuns: HISTORIES, seed: SEED, endOnFailure: true },
  )
  console.log(`${HISTORIES} histories of ${LENGTH} steps, seed ${SEED}:`, JSON.stringify(done))
  expect(Math.min(done.rows, done.days, done.ties)).toBeGreaterThan(0)
})
