import { accountEmails, accounts, audiences, people, personWords, profiles } from '@wirearchy/db'
import { indexWords } from '@wirearchy/domain'
import { at, type Load, PHASES } from './load.ts'
import { inventNames } from './names.ts'
import type { Profession } from './profession/index.ts'
import { Random } from './profession/random.ts'

/** People with their accounts, words and audiences. */
export async function loadPeople(load: Load, { people: made, seed }: Profession, now: number) {
  const names = inventNames(new Random(seed), 1_500)
  const name = (n: number) => names[n % names.length] as string
  await load(people, made.count, (n) => ({
    id: at('person', n),
    no: n + 1,
    displayName: name(n),
    createdAt: 0,
  }))
  await load(profiles, made.count, (n) => ({
    personId: at('person', n),
    phase: PHASES[made.phase[n] ?? 0],
    subjects: [],
    languages: [],
    updatedAt: now,
  }))
  await load(personWords, made.count, (n) =>
    indexWords(name(n)).map((word) => ({ word, personId: at('person', n) })),
  )
  await load(accounts, made.count, (n) => ({ id: at('account', n), personId: at('person', n), createdAt: 0 }))
  await load(accountEmails, made.count, (n) => ({
    id: at('email', n),
    accountId: at('account', n),
    email: `person${n}@example.com`,
    kind: 'personal',
    verifiedAt: 0,
    createdAt: 0,
  }))
  await load(audiences, made.count, (n) =>
    n % 4 === 0
      ? [{ personId: at('person', n), field: 'two_hops', level: n % 8 === 0 ? 'members' : 'groups' }]
      : [],
  )
}
