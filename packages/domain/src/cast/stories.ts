import { sql } from '@wirearchy/db'
import { addDays } from '@wirearchy/domain'
import { answer, ask } from '@wirearchy/domain/connection'
import { deferMembership, makeLink, resumeIn } from '@wirearchy/domain/group'
import { editProfile, setAudience } from '@wirearchy/domain/person'
import { block } from '@wirearchy/domain/safety'
import { checkImport, confirmImport } from '@wirearchy/domain/seat'
import { grantSchoolLead, importStint, move, startMentorship } from '@wirearchy/domain/stint'
import { sight } from '@wirearchy/domain/visibility'
import type { PartKey } from './cast.ts'
import { academicYear } from './plan.ts'
import type { Making } from './seed-demo.ts'

/** What the cast live through, told with the verbs the product uses. */
export async function stories(making: Making) {
  await schoolsOfTheCast(making)
  await ashaMoves(making)
  await sianDefers(making)
  await peopleWhoKnowEachOther(making)
  await seatsAndLinks(making)
  await danIsBlocked(making)
}

const who = ({ plan }: Making, key: PartKey) => plan.people.findIndex(({ part }) => part === key)
const idOf = (making: Making, key: PartKey) => making.people[who(making, key)] as string
const HOME = 8
const NEW_SCHOOL = 9

/** Asha's first school, where Tom mentored her and Dan worked; Priya looks after the school she joins. */
async function schoolsOfTheCast(making: Making) {
  const { ctx, schools } = making
  const year = academicYear(ctx.today)
  const stay = (
    key: PartKey,
    school: number,
    startedOn: string,
    role: 'teacher' | 'mentor' | 'induction_lead' | 'new_teacher',
    finishedOn: string | null = null,
  ) =>
    ctx.store.tx((tx) =>
      importStint(
        tx,
        { ...making.on(startedOn), actor: 'import' },
        {
          ...{
            personId: idOf(making, key),
            schoolId: schools[school] as string,
            kind: 'employed',
            role,
            startedOn,
            finishedOn,
          },
        },
      ),
    )
  await stay('tom', HOME, `${year - 6}-09-01`, 'mentor')
  await stay('priya', NEW_SCHOOL, `${year - 8}-09-01`, 'induction_lead')
  await stay('margaret', 12, `${year - 9}-09-01`, 'teacher')
  for (const [n, school] of [14, 20, 26, 32].entries())
    await stay('sam', school, `${year - 4 + n}-09-01`, 'teacher', n < 3 ? `${year - 3 + n}-08-31` : null)
  await stay(
    'dan',
    HOME,
    `${year - 1}-09-01`,
    'new_teacher',
    `${year}-03-31` < ctx.today ? `${year}-03-31` : null,
  )
  await stay('asha', HOME, `${year - 1}-09-01`, 'new_teacher')
  await grantSchoolLead(
    { ...making.on(`${year - 1}-09-01`), actor: 'operator' },
    { personId: idOf(making, 'priya'), schoolId: schools[NEW_SCHOOL] as string },
  )
  await grantSchoolLead(
    { ...making.on(`${year - 1}-09-01`), actor: 'operator' },
    { personId: idOf(making, 'tom'), schoolId: schools[HOME] as string },
  )
}

/** Mentored for a year; then, a few hours ago as she tells it, she moves to a new school as of the day before. */
async function ashaMoves(making: Making) {
  const { ctx, schools } = making
  const began = `${academicYear(ctx.today) - 1}-09-08`
  const [asha, tom] = [who(making, 'asha'), who(making, 'tom')]
  const stints = await ctx.store.read.rows<{ id: string; personId: string }>(
    sql`select id, person_id as "personId" from stints where school_id = ${schools[HOME]} and voided_at is null and finished_on is null`,
  )
  const stintOf = (person: number) =>
    stints.find(({ personId }) => personId === making.people[person])?.id ?? ''
  await startMentorship(making.as(tom, began), {
    mentorStintId: stintOf(tom),
    menteeStintId: stintOf(asha),
    startsOn: began,
  })
  await editProfile(making.as(asha, ctx.today), {
    ...{
      pronouns: 'she/her',
      stage: 'second_year',
      phase: 'secondary',
      nation: 'england',
      region: null,
      trainedWith: null,
    },
    ...{
      subjects: ['Physics'],
      languages: ['Bengali', 'English'],
      askMeAbout: 'Practicals on a tiny budget',
      helpWith: 'Marking without losing Sundays',
    },
  })
  await move(
    { ...making.as(asha, ctx.today), now: ctx.now },
    {
      ...{
        destination: 'school',
        schoolId: schools[NEW_SCHOOL] as string,
        startOn: addDays(ctx.today, -1),
        leaveOn: addDays(ctx.today, -3),
      },
      ...{
        kind: 'employed',
        role: 'new_teacher',
        pattern: 'full_time',
        besides: false,
        leaving: [stintOf(asha)],
      },
      telling: { ties: 'now', groups: 'now', old_school: 'now', new_school: 'now' },
    },
  )
}

/** Siân deferred half-way and carried on with the next year's group: both sets of peers stay. */
async function sianDefers(making: Making) {
  const { plan, groups } = making
  const first = plan.groups.find(({ key }) => key === 'cardiff-first')
  const next = plan.groups.find(({ key }) => key === 'cardiff')
  if (!first || !next) return
  const lastDay = addDays(first.startedOn, 150)
  const me = making.as(who(making, 'sian'), lastDay)
  await deferMembership(me, { slug: groups.get(first.key)?.slug ?? '', lastDay })
  await resumeIn(making.as(who(making, 'margaret'), next.startedOn), {
    ...{ slug: groups.get(next.key)?.slug ?? '', personId: me.viewer, startedOn: next.startedOn },
  })
}

const ASKED = 'We ran a training day together. Shall we say we know each other?'

/** Sam has trained and worked in many places and asks whom he meets; most say yes, one in four has not answered. */
async function peopleWhoKnowEachOther(making: Making) {
  const { ctx, random } = making
  const sam = who(making, 'sam')
  const before = addDays(ctx.today, -100)
  const met = await ctx.store.read.rows<{ id: string }>(
    sql`select person_id as id from (${sight(making.as(sam, before))}) seen where person_id <> ${making.people[sam]} order by person_id`,
  )
  for (const [n, { id }] of met.slice(0, 90).entries()) {
    const day = addDays(before, n)
    const request = await ask(making.as(sam, day), { personId: id, sentence: ASKED })
    if (random.chance(0.75))
      await answer(making.as(making.people.indexOf(id), addDays(day, 1)), {
        requestId: request.requestId,
        answer: 'yes',
      })
  }
  await setAudience(making.as(sam, ctx.today), { named_as_link: 'members' })
}

/** This year's group has a link, and seats for those who are not here yet. */
async function seatsAndLinks(making: Making) {
  const { ctx, groups } = making
  const slug = groups.get('leeds-physics-now')?.slug ?? ''
  const lead = making.as(who(making, 'margaret'), ctx.today)
  await makeLink(lead, { slug, days: 60, maxUses: 40, subgroup: null })
  const text = [
    'Name,Email',
    'Bronwen Ellis,bronwen.ellis@example.com',
    'Kwame Boateng,kwame.boateng@example.com',
    'Lotte de Vries,lotte.devries@example.com',
  ].join('\n')
  const { importId } = await checkImport(lead, { slug, text, fileName: 'september-starters.csv' })
  await confirmImport(lead, { slug, importId })
}

async function danIsBlocked(making: Making) {
  await block(making.as(who(making, 'asha'), addDays(making.ctx.today, -2)), {
    personId: idOf(making, 'dan'),
  })
}
