import { addDays } from '@wirearchy/domain'
import { createAccount } from '@wirearchy/domain/account'
import { createGroup, openMembership } from '@wirearchy/domain/group'
import { editProfile, setAudience } from '@wirearchy/domain/person'
import { importStint } from '@wirearchy/domain/stint'
import { academicYear } from './courses.ts'
import type { Making } from './making.ts'
import type { PlannedStay } from './plan.ts'

/** Everybody of the plan gets an account, some years ago. */
export async function everybody(making: Making) {
  const { plan, ctx } = making
  const when = `${academicYear(ctx.today) - 3}-08-20`
  const made = await Promise.all(
    plan.people.map(({ name, email }) =>
      ctx.store.tx((tx) => createAccount(tx, making.on(when), { email, name })),
    ),
  )
  making.people.push(...made.map(({ personId }) => personId))
}

/** The training groups, with everybody who trained in them. */
export async function trained(making: Making) {
  const { plan, ctx, groups } = making
  const margaret = plan.people.findIndex(({ part }) => part === 'margaret')
  for (const { key, members, ...course } of plan.groups) {
    const { provider, name, subject, phase, nation, startedOn, finishedOn } = course
    const lead = making.as(margaret, startedOn)
    const group = await createGroup(lead, {
      provider,
      name,
      subject,
      phase,
      nation,
      startedOn,
      finishedOn,
      route: null,
      iTrainHere: false,
    })
    groups.set(key, group)
    const join = (person: number) =>
      ctx.store.tx((tx) =>
        openMembership(tx, making.as(person, startedOn), {
          group: { ...group, startedOn, finishedOn },
          personId: making.people[person] as string,
        }),
      )
    await Promise.all(members.map(join))
  }
}

/** One stay at a school, told by an import. */
export async function worked(making: Making, { person, school, kind, startedOn, finishedOn }: PlannedStay) {
  const role = kind === 'placement' ? ('trainee' as const) : ('new_teacher' as const)
  const stay = {
    personId: making.people[person] as string,
    schoolId: making.schools[school] as string,
    kind,
    role,
    startedOn,
    finishedOn,
  }
  await making.ctx.store.tx((tx) => importStint(tx, { ...making.on(startedOn), actor: 'import' }, stay))
}

/** What people say of themselves, and how far they let it be seen: most as it comes, some wider. */
export async function said(making: Making) {
  const { plan, random, ctx } = making
  const yesterday = addDays(ctx.today, -1)
  for (const [person, { part, subject, phase, nation }] of plan.people.entries()) {
    const me = making.as(person, yesterday)
    const began = plan.groups.find(({ members }) => members.includes(person))?.startedOn.slice(0, 4)
    const deferred = part === 'sian' ? 1 : 0
    const years = began ? academicYear(ctx.today) - Number(began) - deferred : 9
    const stage =
      years === 0 ? 'trainee' : years === 1 ? 'first_year' : years === 2 ? 'second_year' : 'established'
    await editProfile(me, { ...BLANK, stage, phase, nation, subjects: subject ? [subject] : [] })
    if (random.chance(0.35)) await setAudience(me, { two_hops: random.chance(0.5) ? 'members' : 'groups' })
  }
}

const BLANK = {
  pronouns: null,
  languages: [],
  region: null,
  trainedWith: null,
  askMeAbout: null,
  helpWith: null,
}
