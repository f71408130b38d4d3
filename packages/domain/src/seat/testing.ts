import { accountEmails, accounts } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { createGroup } from '@wirearchy/domain/group'
import { CreateGroup } from '@wirearchy/domain/group/input'
import { testHouse } from '@wirearchy/domain/testing'
import { checkImport } from './check-import.ts'
import { confirmImport } from './confirm-import.ts'
import { importPage } from './import-page.ts'
import { seats } from './seats.ts'

/** A house with a training group that Priya runs, and Asha, who is not in it yet. */
export async function courseHouse() {
  const house = testHouse('2024-09-10')
  const [priya, asha] = [await house.person('Priya'), await house.person('Asha Khan')]
  const days = { startedOn: '2024-09-02', finishedOn: '2025-06-27' }
  const course = CreateGroup.parse({ provider: 'Leeds SCITT', name: 'Leeds SCITT', ...days })
  const { slug } = await createGroup(house.as(priya), course)
  const check = (text: string) => checkImport(house.as(priya), { slug, text, fileName: 'list.csv' })
  const page = (importId: string) => importPage(house.as(priya), { slug, importId })
  return {
    ...house,
    priya,
    asha,
    slug,
    check,
    page,
    /** Uploads and confirms a list, and gives its page. */
    async upload(text: string) {
      const { importId } = await check(text)
      await confirmImport(house.as(priya), { slug, importId })
      return page(importId)
    },
    /** The group's seats, but for their ids. */
    kept: async () => (await seats(house.as(priya), { slug })).seats.map(({ id: _, ...seat }) => seat),
    /** Gives somebody an account with a verified address. */
    address: (personId: string, email: string) =>
      house.store.tx(async (tx) => {
        const account = { id: newId(1), personId, createdAt: 1 }
        await tx.insert(accounts).values(account)
        const row = { email, kind: 'personal' as const, verifiedAt: 1, createdAt: 1 }
        await tx.insert(accountEmails).values({ id: newId(1), accountId: account.id, ...row })
      }),
  }
}
