import { type Store, schoolLeads, schools } from '@wirearchy/db'
import { testDb } from '@wirearchy/db/testing'
import { addDays, type Ctx, type Day, type MemberCtx, newId } from '@wirearchy/domain'
import { createAccount } from '@wirearchy/domain/account'
import { nextNo } from '@wirearchy/domain/ledger'
import { importStint } from '@wirearchy/domain/stint'

/** A small town to live random histories in: people with accounts, schools with a lead each, and a clock. */
export async function makeTown({
  people,
  schools: schoolCount,
  startsOn,
}: {
  people: number
  schools: number
  startsOn: Day
}) {
  const store: Store = testDb()
  let day = startsOn
  let ticks = 0
  const ctx = (viewer: string | null = null): Ctx => ({
    store,
    now: Date.parse(`${day}T09:00:00Z`) + ticks++,
    today: day,
    viewer,
    actor: viewer ? 'person' : 'system',
    origin: 'http://localhost:3000',
    secret: 'a secret of at least thirty-two characters',
    demo: false,
    correlationId: `law-${ticks}`,
    index: null,
  })
  const town = {
    store,
    ctx,
    as: (viewer: string) => ctx(viewer) as MemberCtx,
    today: () => day,
    pass: (days: number) => {
      day = addDays(day, days)
    },
    people: [] as string[],
    schools: [] as string[],
    leads: [] as string[],
    close: () => store.close(),
  }
  for (let n = 0; n < schoolCount; n += 1) await addSchool(town, n)
  for (let n = 0; n < people; n += 1) {
    const made = await store.tx((tx) =>
      createAccount(tx, ctx(), { email: `p${n}@example.com`, name: `Person ${n}` }),
    )
    town.people.push(made.personId)
  }
  return town
}

export type Town = Awaited<ReturnType<typeof makeTown>>

/** A school with a lead of its own, who has always been there. */
async function addSchool(town: Town, n: number) {
  const { store, ctx } = town
  const id = newId(ctx().now)
  await store.tx(async (tx) => {
    await tx
      .insert(schools)
      .values({ id, no: await nextNo(tx, 'schools'), name: `School ${n}`, createdAt: 0 })
  })
  const { personId } = await store.tx((tx) =>
    createAccount(tx, ctx(), { email: `lead${n}@example.com`, name: `Lead ${n}` }),
  )
  const stay = {
    personId,
    schoolId: id,
    kind: 'employed' as const,
    role: 'induction_lead' as const,
    finishedOn: null,
  }
  await store.tx((tx) => importStint(tx, ctx(), { ...stay, startedOn: addDays(town.today(), -400) }))
  await store.tx((tx) =>
    tx.insert(schoolLeads).values({
      id: newId(ctx().now),
      personId,
      schoolId: id,
      startedOn: town.today(),
      grantedBy: 'operator',
    }),
  )
  town.schools.push(id)
  town.leads.push(personId)
}
