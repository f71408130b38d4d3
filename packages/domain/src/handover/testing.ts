import { sql } from '@wirearchy/db'
import { anaAtHerSchool } from '@wirearchy/domain/space/testing'
import { startMentorship } from '@wirearchy/domain/stint'
import { approvePage, writePage } from './index.ts'

/** Ana at Ashfield, where Mo mentors her, and Nia at St Hild’s, where she may go; with all that a hand-over takes. */
export async function handoverHouse() {
  const w = await anaAtHerSchool()
  const { house, ana, c } = w
  const nia = await house.person('Nia')
  await house.address(nia, 'nia@example.com')
  await house.at(nia, c, '2020-09-01')
  const at = () => ({ mentorshipId: w.mentorshipId })
  const stayAtC = async (personId: string) => {
    const [row] = await house.store.read.rows<{ id: string }>(
      sql`select id from stints where person_id = ${personId} and school_id = ${c} and voided_at is null`,
    )
    return row?.id ?? ''
  }
  return {
    ...w,
    ...{ nia, stayAtC },
    /** Ana begins at St Hild’s, and it is the day after. */
    moved: async () => {
      await house.moves(ana, { destination: 'school', schoolId: c, startOn: '2026-01-05' })
      house.itIs('2026-01-06')
    },
    write: (text: string, rev = 0) => writePage(house.as(ana), { ...at(), text, rev }),
    approve: (rev: number) => approvePage(house.as(ana), { ...at(), rev }),
    /** Carys of St Hild’s gives Ana Nia as her mentor. */
    nextMentor: async (startsOn = '2026-01-12') => {
      house.itIs(startsOn)
      const arranged = { mentorStintId: await stayAtC(nia), menteeStintId: await stayAtC(ana), startsOn }
      return (await startMentorship(house.as(w.leadC), arranged)).mentorshipId
    },
  }
}
