import { groupLeads, mails, mentorships } from '@wirearchy/db'
import { type Day, newId } from '@wirearchy/domain'
import { giveAccount } from '@wirearchy/domain/account'
import { offers } from '@wirearchy/domain/mentoring/testing'
import { testHouse } from '@wirearchy/domain/testing'
import {
  addPeople,
  createProgramme,
  joinProgramme,
  programmePage,
  publishRun,
  runMatch,
  runPage,
} from '../index.ts'
import { JoinProgramme } from '../input.ts'

interface Made {
  mentees: string[]
  mentors: string[]
  places?: number
  startsOn?: Day
  unit?: 'call' | 'half_term' | 'year'
}

/** A house with a lead of two training groups, one of last year, and people who are asked into programmes and say yes. */
export async function programmeHouse(startsOn: Day = '2026-01-05') {
  const house = testHouse(startsOn)
  const who = new Map<string, string>()
  const id = (name: string) => who.get(name) ?? ''
  const lead = await house.person('Lena')
  who.set('Lena', lead)
  const member = async (name: string) => {
    const known = who.get(name)
    if (known) return known
    const personId = await house.person(name)
    who.set(name, personId)
    const email = `${name.toLowerCase()}@example.com`
    await house.store.tx((tx) => giveAccount(tx, house.ctx(), { personId, email }))
    return personId
  }
  const led = async (members: string[], days?: { startedOn: Day; finishedOn: Day }) => {
    const groupId = await house.trainedTogether(members, days)
    const since = { personId: lead, groupId, startedOn: '2020-01-01', grantedBy: 'operator' }
    await house.store.tx((tx) => tx.insert(groupLeads).values({ id: newId(1), ...since }))
    return groupId
  }
  const as = (name: string) => house.as(id(name))
  const say = (programmeId: string, name: string, places = 2) =>
    joinProgramme(as(name), JoinProgramme.parse({ programmeId, subject: 'Physics', town: 'Leeds', places }))
  return {
    ...house,
    ...{ lead, id, member, say },
    by: as,
    /** A programme with everybody in it, each by their own yes. */
    async gathered({ mentees, mentors, places = 2, startsOn: from = startsOn, unit = 'year' }: Made) {
      for (const name of [...mentees, ...mentors]) await member(name)
      const slug = await led(mentees.map(id))
      await led(mentors.map(id), { startedOn: '2020-09-01', finishedOn: '2021-07-01' })
      for (const name of mentors) await offers(house, id(name), { places: { [unit]: 2 } })
      const about = { slug, name: 'Mentors', unit, startsOn: from }
      const { programmeId } = await createProgramme(house.as(lead), about)
      const ask = (side: 'mentor' | 'mentee', names: string[]) =>
        addPeople(house.as(lead), { programmeId, side, personIds: names.map(id) })
      await ask('mentee', mentees)
      await ask('mentor', mentors)
      for (const name of [...mentees, ...mentors]) await say(programmeId, name, places)
      return programmeId
    },
    async run(programmeId: string) {
      const { no } = await runMatch(house.as(lead), { programmeId })
      return runPage(house.as(lead), { programmeId, no })
    },
    publish: (programmeId: string, no: number) => publishRun(house.as(lead), { programmeId, no }),
    async published(made: Made) {
      const programmeId = await this.gathered(made)
      const { no } = await runMatch(house.as(lead), { programmeId })
      await publishRun(house.as(lead), { programmeId, no })
      return programmeId
    },
    page: (name: string, programmeId: string) => programmePage(as(name), { programmeId }),
    letters: () => house.store.read.select().from(mails),
    chapters: () => house.store.read.select().from(mentorships).orderBy(mentorships.no),
  }
}
