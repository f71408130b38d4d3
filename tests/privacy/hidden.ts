import { answer, ask, prefer } from '@wirearchy/domain/connection'
import { createGroup, leaveGroup, voidMembership } from '@wirearchy/domain/group'
import { CreateGroup } from '@wirearchy/domain/group/input'
import { addIdentifier, editProfile, setAudience, startPause } from '@wirearchy/domain/person'
import { EditProfile } from '@wirearchy/domain/person/input'
import { block } from '@wirearchy/domain/safety'
import { addStint, cancelMove, move, reportJoining } from '@wirearchy/domain/stint'
import { AddStint, Move, ReportJoining } from '@wirearchy/domain/stint/input'
import { joins } from './tess/groups.ts'
import { connected, mentoring } from './tess/people.ts'
import { RELATIONS, type Relation } from './tess/relations.ts'
import { imported } from './tess/stays.ts'
import type { TessWorld } from './tess/world.ts'

/** Something that becomes so, and who alone may notice it anywhere: for everybody else every page stays as it is. */
export interface Hidden {
  what: string
  noticedBy: Relation[]
  becomesSo: (w: TessWorld) => Promise<unknown>
}

const QUIETLY = { ties: 'never', groups: 'never' }
const LEADS: Relation[] = ['lead', 'leadColleague']
const tess = (w: TessWorld) => w.as(w.people.self)
const somebody = (w: TessWorld) => w.house.person('Somebody New')
const hers = (what: string, becomesSo: Hidden['becomesSo']): Hidden => ({
  what,
  noticedBy: ['self'],
  becomesSo,
})

export const HIDDEN: Hidden[] = [
  {
    what: 'somebody teaches at her school and hides it',
    noticedBy: LEADS,
    async becomesSo(w) {
      const personId = await somebody(w)
      await setAudience(w.as(personId), { current_school: 'only_me' })
      await imported(w, personId, w.schools.current, '2021-09-01')
    },
  },
  {
    what: 'somebody’s word alone says that they teach there',
    noticedBy: LEADS,
    becomesSo: async (w) =>
      addStint(
        w.as(await somebody(w)),
        AddStint.parse({ schoolId: w.schools.current, startedOn: '2021-09-01' }),
      ),
  },
  {
    what: 'somebody was put into the group by mistake, and taken off again',
    noticedBy: [],
    async becomesSo(w) {
      const personId = await somebody(w)
      await joins(w, w.group.id, personId, { startedOn: '2024-09-02', finishedOn: '2025-06-27' })
      const slip = { slug: w.group.slug, personId, reason: 'a slip' }
      await voidMembership(w.as(w.people.groupLead), slip)
    },
  },
  {
    what: 'somebody who taught there long ago',
    noticedBy: [],
    becomesSo: async (w) => imported(w, await somebody(w), w.schools.current, '2010-09-01', '2012-07-20'),
  },
  hers('she plans a move and tells nobody', async (w) => {
    const days = { leaveOn: '2026-08-19', startOn: '2026-09-07' }
    const quiet = { destination: 'school', schoolId: w.schools.future, ...days, telling: QUIETLY }
    w.hers.moveId = (await move(tess(w), Move.parse(quiet))).moveId
  }),
  hers('she calls it off', (w) => cancelMove(tess(w), { moveId: w.hers.moveId })),
  hers('she pins, mutes and hides the people she knows', async (w) => {
    for (const one of ['peer', 'mentor', 'connection', 'colleague', 'groupLead'] as const)
      for (const how of ['pinned', 'muted', 'hidden'] as const)
        await prefer(tess(w), { personId: w.people[one], how, isOn: true })
  }),
  hers('she comes to know somebody else, who mentors her', async (w) => {
    const personId = await somebody(w)
    await connected(w, w.people.self, personId)
    await mentoring(w, personId, w.people.self)
  }),
  hers('she adds a number, a language and a break that are for herself alone', async (w) => {
    await addIdentifier(tess(w), { scheme: 'hesa', issuer: null, value: '0123' })
    const { tokens } = w
    const same = { pronouns: tokens.pronouns[0], trainedWith: tokens.trainedWith[0] }
    const said = { ...same, askMeAbout: tokens.askMeAbout[0], helpWith: tokens.helpWith[0] }
    await editProfile(tess(w), EditProfile.parse({ ...said, languages: 'Welsh' }))
    const away = { startedOn: '2026-03-02', expectedReturnOn: null }
    await startPause(tess(w), { ...away, audience: 'only_me' })
  }),
  hers('she adds a school of before', (w) => {
    const before = { schoolId: w.schools.elsewhere, startedOn: '2010-09-01', finishedOn: '2012-07-20' }
    return addStint(tess(w), AddStint.parse(before))
  }),
  hers('a school says that she joins it', (w) => {
    const about = { schoolId: w.schools.future, email: w.tokens.personalEmail[0], startsOn: '2026-09-07' }
    return reportJoining(w.as(w.people.futureLead), ReportJoining.parse(about))
  }),
  hers('she keeps out somebody whom nobody here knows', async (w) => {
    const personId = await somebody(w)
    await connected(w, w.people.self, personId)
    await block(tess(w), { personId })
  }),
  {
    what: 'she and peer train together this year, in another group',
    /** From here on this is the group that everybody asks about. */
    noticedBy: [...RELATIONS],
    async becomesSo(w) {
      const days = { startedOn: '2025-09-01', finishedOn: '2026-07-03' }
      const course = CreateGroup.parse({ provider: 'University of Leeds', name: 'Leeds MA', ...days })
      const { id, slug } = await createGroup(w.as(await somebody(w)), course)
      for (const one of ['self', 'peer'] as const) await joins(w, id, w.people[one], days)
      w.group = { ...w.group, slug }
    },
  },
  hers('she will stop there one day soon, and has said so to nobody', (w) =>
    leaveGroup(tess(w), { slug: w.group.slug, lastDay: '2026-05-29' }),
  ),
  {
    what: 'peer asks her whether they know each other',
    noticedBy: ['self', 'peer'],
    async becomesSo(w) {
      const asked = { personId: w.people.self, sentence: 'From the course.' }
      w.hers.claimId = (await ask(w.as(w.people.peer), asked)).requestId
    },
  },
  hers('she says no to peer', (w) => answer(tess(w), { requestId: w.hers.claimId, answer: 'no' })),
]
